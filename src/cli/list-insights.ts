import { quoted } from '../insights/advice.ts';
import { byVerdict } from '../insights/by-verdict.ts';
import type {
  EditInsight,
  FailingArticle,
  FaultyPlace,
  Insights,
  QuestionInsight,
  ReviewInsight,
} from '../schema/insights.ts';
import { reasons as reasonWords } from '../strings/en/reasons.ts';
import { readersInWords } from '../insights/readers-in-words.ts';
import {
  fault as faultWords,
  insightParts,
  insights as words,
  promises as promiseWords,
  question as questionWords,
  voted,
} from '../strings/en/insights.ts';
import { outcomes } from '../strings/en/outcomes.ts';
import { readers as readerWords } from '../strings/en/readers.ts';

/** So many of each are work for a good while; CSV and JSON hold all of them. */
const MOST_LISTED = 10;

/** Insights as text for a terminal, what matters most first; days are those of `timeZone`. */
export function listInsights(insights: Insights, timeZone: string): string {
  const day = dayIn(timeZone);
  const parts = [
    part(insightParts.failing.heading, insights.failing, (one) => failingInWords(one, day)),
    part(insightParts.faults.heading, insights.faults, (one) => faultInWords(one, day)),
    part(insightParts.questions.heading, insights.searches.questions.toSorted(byTimes), (one) =>
      questionInWords(one, day),
    ),
    part(insightParts.edits.heading, insights.edits.toSorted(byVerdict), (one) => editInWords(one, day)),
    part(insightParts.reviews.heading, insights.reviews, reviewInWords),
  ].filter((lines) => lines !== '');
  return [...opening(insights, day), ...(parts.length === 0 ? ['Nothing calls for a writer.'] : parts)].join('\n\n');
}

type Day = (instant: string) => string;

function opening({ period, deflection, promises, searches }: Insights, day: Day): string[] {
  const last = Temporal.Instant.from(period.until).subtract({ nanoseconds: 1 }).toString();
  const [told, asked] = [sum(deflection, (week) => week.told), sum(deflection, (week) => week.asked)];
  const kept = sum(promises, (each) => each.kept);
  const ended = kept + sum(promises, (each) => each.missed + each.open);
  return [
    `From ${day(period.since)} to ${day(last)}. Articles are judged by every vote on the text that readers see now.`,
    [
      told === 0
        ? words.nobody
        : `Of ${count(told, 'reader', 'readers')} who voted or asked for a person ${told - asked} (${percent(told - asked, told)}) went without one. Those who read and did neither are not counted.`,
      ended === 0 ? promiseWords.none : `Promises kept: ${kept} of ${ended} (${percent(kept, ended)}).`,
      ...(searches.areKept ? [] : ['This site keeps no searches: see keepSearches in site.yaml.']),
    ].join('\n'),
  ];
}

function failingInWords(article: FailingArticle, day: Day): string[] {
  const { slug, sureness, before, texts, isOnePage, reasons, comments, whatToDo } = article;
  const [worst] = texts;
  const { yes, no, requests } = (isOnePage && worst) || article;
  const asked = requests === 0 ? '' : `, ${count(requests, 'reader', 'readers')} asked for a person`;
  const page = isOnePage && worst ? ` for ${readersInWords(worst.readers)}` : '';
  const all = isOnePage ? [`On all of its pages together ${article.no} of ${article.yes + article.no} say no.`] : [];
  return [
    `${slug}${page}: surely ${Math.floor(sureness * 100)} % or more are not helped`,
    `${no} of ${yes + no} say no${asked}${worst?.since ? `, since ${day(worst.since)}` : ''}.${before ? ` Before the last edit it was ${before.no} of ${before.yes + before.no}.` : ''}`,
    ...all,
    ...reasons.slice(0, 3).map(({ reason, times }) => `${times} × ${reasonWords[reason]}`),
    ...comments.slice(0, 3).map(({ at, text }) => `${day(at)} | ${quoted(text)}`),
    whatToDo,
  ];
}

function faultInWords(
  { outcome, article, heading, times, readers, latestAt, whatToDo }: FaultyPlace,
  day: Day,
): string[] {
  const who = readers.map((one) => readerWords.one(one)).filter(Boolean);
  const some = who.length === 0 ? undefined : printable(readerWords.several(who.slice(0, 3)));
  const where =
    article === undefined
      ? ''
      : `: ${quoted(article).slice(1, -1)}${heading === undefined ? '' : `, ${quoted(heading)}`}`;
  return [`${outcomes[outcome]}${where}`, faultWords.often({ times, day: day(latestAt), readers: some }), whatToDo];
}

function questionInWords({ kind, question, then, times, of, latest, whatToDo }: QuestionInsight, day: Day): string[] {
  const again = then === undefined ? '' : `, then ${quoted(then)}`;
  const often = of === undefined || of === times ? `${times}` : `${times} of ${of}`;
  const when = often === '1' ? `Once, on ${day(latest.at)}.` : `${often} times, the last on ${day(latest.at)}.`;
  return [`${quoted(question)}${again}: ${questionWords.kinds[kind]}`, when, whatToDo];
}

function editInWords({ slug, readers, at, before, after, verdict, whatToDo }: EditInsight, day: Day): string[] {
  const said = ({ yes, no }: EditInsight['before']) => (yes + no === 0 ? voted.nobody : `${no} of ${yes + no} said no`);
  return [
    `${slug} for ${readersInWords(readers)}: ${verdict}`,
    `Before ${day(at)} ${said(before)}, since then ${said(after)}.`,
    whatToDo,
  ];
}

function reviewInWords({ slug, owner, due, votes, whatToDo }: ReviewInsight): string[] {
  return [`${slug}: due on ${due}, ${owner}, ${count(votes, 'vote', 'votes')}`, whatToDo];
}

function part<Insight>(heading: string, all: readonly Insight[], inWords: (one: Insight) => string[]): string {
  if (all.length === 0) return '';
  const entries = all.slice(0, MOST_LISTED).map((one) => {
    const [first = '', ...others] = inWords(one);
    return [`  ${printable(first)}`, ...others.map((line) => `    ${printable(line)}`)].join('\n');
  });
  const left = all.length - entries.length;
  return [heading, ...entries, ...(left > 0 ? [`  ${left} more are listed with --csv and --json.`] : [])].join('\n');
}

function byTimes(a: QuestionInsight, b: QuestionInsight): number {
  return b.times - a.times;
}

/** "21 Nov 2026" */
function dayIn(timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  return (instant) => format.format(Temporal.Instant.from(instant).epochMilliseconds);
}

function count(times: number, one: string, many: string): string {
  return times === 1 ? `one ${one}` : `${times} ${many}`;
}

/** Rounded down: nothing is said to be better than it is. */
function percent(times: number, of: number): string {
  return `${Math.floor((times / of) * 100)} %`;
}

function sum<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

/** Strangers' text must not move the cursor, colour the screen or turn the direction of what stands beside it. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
