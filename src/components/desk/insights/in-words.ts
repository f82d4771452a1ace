import { dayInWords } from '../../../articles/in-words.ts';
import type { EditInsight, FailingArticle, FaultyPlace, Insights, QuestionInsight } from '../../../schema/insights.ts';
import { fault, insights as words, question, voted } from '../../../strings/en/insights.ts';
import { readers } from '../../../strings/en/readers.ts';
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
    words.from({ first: dayOf(period.since, wording), last: dayOf(last, wording) }),
    told === 0 ? words.nobody : words.went({ told, without, share: percent(without, told) }),
  ];
}

/** How readers voted on the text as it is, and before it was edited. */
export function votesInWords(article: FailingArticle, wording: Wording): string[] {
  const { texts, isOnePage, before } = article;
  const [worst] = texts;
  const { yes, no, requests } = (isOnePage && worst) || article;
  const since = worst?.since === undefined ? undefined : dayOf(worst.since, wording);
  return [
    voted.no({ no, all: yes + no, asked: requests, since }),
    ...(before ? [voted.beforeLastEdit(saidNo(before))] : []),
    ...(isOnePage ? [voted.onAllPages({ no: article.no, all: article.yes + article.no })] : []),
  ];
}

/** How often a place had to do with a request, and for whom. */
export function faultInWords({ times, latestAt, readers: all }: FaultyPlace, wording: Wording): string {
  const who = all.map((one) => readers.one(one)).filter(Boolean);
  const some = who.length === 0 ? undefined : readers.several(who.slice(0, 3));
  return fault.often({ times, day: dayOf(latestAt, wording), readers: some });
}

/** "14 of 20 times, the last on 1 October 2026." */
export function questionInWords({ times, of, latest }: QuestionInsight, wording: Wording): string {
  const reader = readers.one(latest) || undefined;
  return question.often({ times, of: of === times ? undefined : of, day: dayOf(latest.at, wording), reader });
}

export function editInWords({ at, before, after }: EditInsight, wording: Wording): string {
  return voted.beforeAndSince({ at: dayOf(at, wording), before: saidNo(before), after: saidNo(after) });
}

export function number(count: number, { language }: Pick<Wording, 'language'>): string {
  return count.toLocaleString(language);
}

/** Rounded down: nothing is said to be better than it is. */
export function percent(times: number, of: number): string {
  return words.share(Math.floor((times / of) * 100));
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** Rounded to the nearest: it compares, and claims nothing. */
function saidNo({ yes, no }: Counted): string {
  const all = yes + no;
  return all === 0 ? voted.nobody : voted.saidNo({ no, all, share: words.share(Math.round((100 * no) / all)) });
}
