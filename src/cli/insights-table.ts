import { readersInWords } from '../insights/readers-in-words.ts';
import type { Insights } from '../schema/insights.ts';
import { outcomes } from '../strings/en/outcomes.ts';
import { csv } from './csv.ts';

const COLUMNS = ['about', 'what', 'article', 'place', 'readers', 'times', 'of', 'sureness', 'last', 'what to do'];
type Row = readonly (string | number)[];

/** Insights as CSV for a spreadsheet, one line for each; instants are in UTC. Weeks and charts are in JSON alone. */
export function insightsTable(insights: Insights): string {
  return csv([COLUMNS, ...rows(insights)]);
}

function rows({ failing, faults, searches, edits, reviews, promises }: Insights): Row[] {
  return [
    ...failing.map((article) => {
      const { slug, texts, because, sureness, whatToDo } = article;
      const { no, yes, requests } = (article.isOnePage && texts[0]) || article;
      return [
        'fails',
        because === 'votes' ? 'readers say no' : 'readers ask for a person',
        slug,
        texts[0]?.file ?? '',
        readersInWords((article.isOnePage ? texts.slice(0, 1) : texts).flatMap(({ readers }) => readers)),
        because === 'votes' ? no : requests,
        because === 'votes' ? no + yes : no + yes + requests,
        Math.round(sureness * 1_000) / 1_000,
        '',
        whatToDo,
      ];
    }),
    ...faults.map(({ outcome, article, heading, file, line, readers, times, latestAt, whatToDo }) => [
      'request',
      heading === undefined ? outcomes[outcome] : `${outcomes[outcome]}: ${heading}`,
      article ?? '',
      file === undefined ? '' : line === undefined ? file : `${file}:${line}`,
      readers.map((who) => `${[who.version, who.audience].filter(Boolean).join(' ')} (${who.times})`).join(', '),
      times,
      '',
      '',
      inSeconds(latestAt),
      whatToDo,
    ]),
    ...searches.questions.map(({ kind, question, then, articles, times, of, latest, whatToDo }) => [
      `search ${kind}`,
      then === undefined ? question : `${question}, then ${then}`,
      articles.map(({ slug }) => slug).join(', '),
      '',
      [latest.version, latest.audience].filter(Boolean).join(' '),
      times,
      of ?? '',
      '',
      inSeconds(latest.at),
      whatToDo,
    ]),
    ...edits.map(({ slug, file, readers, at, before, after, verdict, whatToDo }) => [
      'edit',
      `${verdict}: ${before.no} of ${before.yes + before.no} said no before`,
      slug,
      file,
      readersInWords(readers),
      after.no,
      after.yes + after.no,
      '',
      inSeconds(at),
      whatToDo,
    ]),
    ...reviews.map(({ slug, file, line, owner, reviewed, due, votes, whatToDo }) => [
      'review',
      `due on ${due}, ${owner}`,
      slug,
      line === undefined ? file : `${file}:${line}`,
      '',
      votes,
      '',
      '',
      reviewed,
      whatToDo,
    ]),
    ...promises.map(({ channel, kept, missed, moved, open }) => [
      'promise',
      `${channel}: ${missed} missed, ${moved} moved, ${open} late and still open`,
      '',
      '',
      '',
      kept,
      kept + missed + open,
      '',
      '',
      '',
    ]),
  ];
}

function inSeconds(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
}
