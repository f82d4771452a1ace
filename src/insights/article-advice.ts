import type { EditInsight, FailingArticle, FaultyPlace } from '../schema/insights.ts';
import { editAdvice, failingAdvice, placeAdvice } from '../strings/en/insights-advice.ts';
import { quoted } from './advice.ts';

/** What to do about an article that fails its readers, and where to begin. */
export function adviceOnFailing(
  { files, reasons, because, texts }: Omit<FailingArticle, 'whatToDo'>,
  places: readonly FaultyPlace[],
): string {
  const [place] = places.filter(({ line }) => line !== undefined);
  const file = place ? placeInWords(place) : (texts[0]?.file ?? files[0] ?? failingAdvice.someFile);
  if (because === 'requests') return failingAdvice.byRequests(file);
  // One reader alone may have meant anything.
  const [reason] = reasons.filter(({ times }) => times > 1);
  return reason ? failingAdvice.byReason[reason.reason](file) : failingAdvice.noReason(file);
}

/** What to do about a place that the team named. `versions`: those that the product has. */
export function adviceOnPlace(
  { outcome, article, title, heading, file, line, readers }: Omit<FaultyPlace, 'whatToDo'>,
  versions: readonly string[],
): string {
  const gone = readers.flatMap(({ version }) => (version !== undefined && !versions.includes(version) ? version : []));
  const noLonger = title === undefined || gone.length === 0 ? [] : [placeAdvice.versionsGone([...new Set(gone)])];
  if (file === undefined) {
    if (outcome === 'article-missing') return article === undefined ? placeAdvice.write : placeAdvice.writeAs(article);
    return article === undefined ? placeAdvice.ask : placeAdvice.articleGone(article);
  }
  const isMoved = heading !== undefined && line === undefined;
  const place = isMoved
    ? placeAdvice.headingGone({ file, heading: quoted(heading) })
    : placeInWords({ file, line, heading });
  return [onPlace(outcome)(place), ...noLonger].join(' ');
}

function onPlace(outcome: FaultyPlace['outcome']): (place: string) => string {
  switch (outcome) {
    case 'article-missing':
      return placeAdvice.missing;
    case 'article-wrong':
      return placeAdvice.wrong;
    default:
      return placeAdvice.unclear;
  }
}

/** What an edit calls for. */
export function advised({ file, verdict, isLast, after }: Omit<EditInsight, 'whatToDo'>): string {
  if (!isLast) return editAdvice.editedAgain;
  switch (verdict) {
    case 'better':
      return editAdvice.better;
    case 'worse':
      return editAdvice.worse(file);
    case 'not sure':
      return after.yes + after.no === 0 ? editAdvice.noVotes : editAdvice.fewVotes;
  }
}

function placeInWords({ file, line, heading }: Pick<FaultyPlace, 'file' | 'line' | 'heading'>): string {
  return line === undefined ? `${file}` : placeAdvice.place({ file: `${file}`, line, heading: quoted(heading ?? '') });
}
