import { dayInWords } from '../../../articles/in-words.ts';
import type { EditInsight, FailingArticle, FaultyPlace, Insights, QuestionInsight } from '../../../schema/insights.ts';
import type { Editing } from './edit-links.ts';

/** How the page writes what it shows, and where its links to files lead. */
export type Wording = Editing & { language: string; timeZone: string };

type Counted = { yes: number; no: number };

/** The day of an instant, "1 October 2026", where support is. */
export function dayOf(instant: string, { language, timeZone }: Wording): string {
  return dayInWords(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString(), language);
}

/** From when to when, and how many of those who said how it went did without a person. */
export function openingInWords({ period, deflection }: Insights, wording: Wording): string[] {
  const last = Temporal.Instant.from(period.until).subtract({ nanoseconds: 1 }).toString();
  const told = sum(deflection.map((week) => week.told));
  const without = told - sum(deflection.map((week) => week.asked));
  return [
    `From ${dayOf(period.since, wording)} to ${dayOf(last, wording)}.`,
    told === 0
      ? 'Nobody voted, and nobody asked for a person.'
      : `Of ${counted(told, 'reader', 'readers')} who voted or asked for a person, ${number(without)} (${percent(without, told)}) went without one; who read and did neither is not known.`,
  ];
}

/** How readers voted on the text as it is, and before it was edited. */
export function votesInWords(article: FailingArticle, wording: Wording): string {
  const { texts, isOnePage, before } = article;
  const [worst] = texts;
  const { yes, no, requests } = (isOnePage && worst) || article;
  const asked = requests === 0 ? '' : `, ${counted(requests, 'reader', 'readers')} asked for a person`;
  const since = worst?.since === undefined ? '' : `, since ${dayOf(worst.since, wording)}`;
  const earlier = before ? ` Before the last edit ${saidNo(before)}.` : '';
  const all = isOnePage
    ? ` On all of its pages together ${number(article.no)} of ${number(article.yes + article.no)}.`
    : '';
  return `${number(no)} of ${number(yes + no)} say no${asked}${since}.${earlier}${all}`;
}

/** How often a place had to do with a request, and for whom. */
export function faultInWords({ times, latestAt, readers }: FaultyPlace, wording: Wording): string {
  const who = readers
    .map(({ version, audience }) => [version && `version ${version}`, audience].filter(Boolean).join(', '))
    .filter(Boolean);
  const often = times === 1 ? 'Once' : `${number(times)} times, the last`;
  return `${often} on ${dayOf(latestAt, wording)}${who.length === 0 ? '' : `, for ${who.slice(0, 3).join('; ')}`}.`;
}

export const QUESTION_KINDS: Readonly<Record<QuestionInsight['kind'], string>> = {
  'found-nothing': 'found nothing',
  'opened-nothing': 'nothing was opened',
  'asked-again': 'asked again in other words',
  'asked-a-person': 'and then a person',
};

/** "14 of 20 times, the last on 1 October 2026." */
export function questionInWords({ times, of, latest }: QuestionInsight, wording: Wording): string {
  const often =
    of === undefined || of === times ? counted(times, 'time', 'times') : `${number(times)} of ${number(of)} times`;
  const who = [latest.version && `version ${latest.version}`, latest.audience].filter(Boolean).join(', ');
  return `${often}, the last on ${dayOf(latest.at, wording)}${who === '' ? '' : ` (${who})`}.`;
}

export function editInWords({ at, before, after }: EditInsight, wording: Wording): string {
  return `Before ${dayOf(at, wording)} ${saidNo(before)}; since then ${saidNo(after)}.`;
}

export function counted(times: number, one: string, many: string): string {
  return times === 1 ? `one ${one}` : `${number(times)} ${many}`;
}

export function number(count: number): string {
  return count.toLocaleString('en');
}

/** Rounded down: nothing is said to be better than it is. */
export function percent(times: number, of: number): string {
  return `${Math.floor((times / of) * 100)}\u00A0%`;
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** Rounded to the nearest: it compares, and claims nothing. */
function saidNo({ yes, no }: Counted): string {
  if (yes + no === 0) return 'nobody voted';
  return `${number(no)} of ${number(yes + no)} said no (${Math.round((100 * no) / (yes + no))}\u00A0%)`;
}
