import type { EditInsight, FailingArticle, FaultyPlace } from '../schema/insights.ts';
import type { Reason } from '../schema/reasons.ts';
import { quoted } from './advice.ts';

const BY_REASON: Record<Reason, string> = {
  'not-my-situation':
    'Readers came for something else: let title and summary say for whom it is, and link to what they need',
  'steps-did-not-work':
    'Do its steps as they are written, on the version that these readers have, and mend what differs',
  'hard-to-follow':
    'Read it aloud to somebody who does not know it: shorter steps, one thing each, a picture where they stop',
  'missing-something': 'Add what is missing: the comments and requests say what',
  'out-of-date': 'Hold it against the product as it is today: names, menus and pictures have changed',
};

/** What to do about an article that fails its readers, and where to begin. */
export function adviceOnFailing(
  { files, reasons, because, texts }: Omit<FailingArticle, 'whatToDo'>,
  places: readonly FaultyPlace[],
): string {
  const [place] = places.filter(({ line }) => line !== undefined);
  const file = place ? placeInWords(place) : (texts[0]?.file ?? files[0] ?? 'its file');
  if (because === 'requests')
    return `Readers go on to a person from here: read their requests, and add what they asked. Edit ${file}.`;
  // One reader alone may have meant anything.
  const [reason] = reasons.filter(({ times }) => times > 1);
  return reason
    ? `${BY_REASON[reason.reason]}. Edit ${file}.`
    : `Few said why: read it with the question in mind that its title asks. Edit ${file}.`;
}

/** What to do about a place that the team named. `versions`: those that the product has. */
export function adviceOnPlace(
  { outcome, article, title, heading, file, line, readers }: Omit<FaultyPlace, 'whatToDo'>,
  versions: readonly string[],
): string {
  const gone = readers.flatMap(({ version }) => (version !== undefined && !versions.includes(version) ? version : []));
  const noLonger =
    title === undefined || gone.length === 0
      ? ''
      : ` (Version ${[...new Set(gone)].join(', ')} is not listed any more.)`;
  if (file === undefined) {
    if (outcome === 'article-missing')
      return article === undefined
        ? 'Write the article that was missing: the request says what was asked.'
        : `Write the article that was missing, as ${article}.mdx.`;
    return article === undefined
      ? 'Ask who resolved it which article they meant.'
      : `There is no article ${article} any more. Let its address lead to what answers this now.`;
  }
  const moved = heading !== undefined && line === undefined ? `, where no heading is ${quoted(heading)} any more` : '';
  const place = `${placeInWords({ file, line, heading })}${moved}`;
  switch (outcome) {
    case 'article-missing':
      return `Add what was missing to ${place}.${noLonger}`;
    case 'article-wrong':
      return `Correct ${place}.${noLonger}`;
    default:
      return `Say it more plainly in ${place}.${noLonger}`;
  }
}

/** What an edit calls for. */
export function advised({ file, verdict, isLast, after }: Omit<EditInsight, 'whatToDo'>): string {
  if (!isLast) return 'It has been edited again since.';
  switch (verdict) {
    case 'better':
      return 'Nothing: it helps more readers than before.';
    case 'worse':
      return `See what was changed (git log -p ${file}), and take back what does not help.`;
    case 'not sure':
      return after.yes + after.no === 0 ? 'Wait: nobody has voted on it since.' : 'Wait for more votes.';
  }
}

function placeInWords({ file, line, heading }: Pick<FaultyPlace, 'file' | 'line' | 'heading'>): string {
  return line === undefined ? `${file}` : `${file}:${line}, ${quoted(heading ?? '')}`;
}
