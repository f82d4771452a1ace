import type { AnswerWeek, ArticleVotes, DeflectionWeek } from '../schema/insights.ts';
import type { FirstAnswer, RequestDay, VoteDay } from '../server/insights-store.ts';
import type { Period } from '../server/store.ts';

/** Readers of articles who said how it went, week by week: by a vote, or by asking for a person. */
export function deflectionByWeek(
  votes: readonly VoteDay[],
  requests: readonly RequestDay[],
  period: Period,
): DeflectionWeek[] {
  const voted = sums(votes, ({ yes, no }) => yes + no);
  const asked = sums(requests, ({ times }) => times);
  const both = sums(requests, ({ voted: had }) => had);
  return weeksIn(period).map((week) => {
    const askedThen = asked.get(week) ?? 0;
    const told = (voted.get(week) ?? 0) + askedThen - (both.get(week) ?? 0);
    // Somebody may have voted in the week before.
    return { week, told: Math.max(told, askedThen), asked: askedThen };
  });
}

/** How long people waited for their first answer, by the week in which they got it. Weeks without any are left out. */
export function answersByWeek(answers: readonly FirstAnswer[]): AnswerWeek[] {
  const byDay = Map.groupBy(answers, ({ day }) => day);
  const byWeek = Map.groupBy(byDay, ([day]) => weekOf(day));
  return [...byWeek]
    .map(([week, days]) => {
      const given = days.flatMap(([, ofDay]) => ofDay);
      return {
        week,
        answers: given.length,
        inTime: given.filter(({ waitedMs, promisedMs }) => waitedMs <= promisedMs).length,
        medianHours: inHours(
          given.map(({ waitedMs }) => waitedMs),
          0.5,
        ),
        slowHours: inHours(
          given.map(({ waitedMs }) => waitedMs),
          0.9,
        ),
        promisedHours: inHours(
          given.map(({ promisedMs }) => promisedMs),
          0.5,
        ),
      };
    })
    .sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** Votes on one article for each week of the period, those without any included. */
export function votesByWeek(days: readonly VoteDay[], period: Period): ArticleVotes['weeks'] {
  const yes = sums(days, (day) => day.yes);
  const no = sums(days, (day) => day.no);
  return weeksIn(period).map((week) => ({ week, yes: yes.get(week) ?? 0, no: no.get(week) ?? 0 }));
}

function sums<Day extends { day: string }>(days: readonly Day[], of: (day: Day) => number): Map<string, number> {
  const byWeek = new Map<string, number>();
  for (const one of days) byWeek.set(weekOf(one.day), (byWeek.get(weekOf(one.day)) ?? 0) + of(one));
  return byWeek;
}

/** The Mondays (YYYY-MM-DD) of all weeks that the period touches, in UTC. */
function weeksIn({ since, until }: Period): string[] {
  const last = weekOf(until.subtract({ nanoseconds: 1 }).toString().slice(0, 10));
  const weeks: string[] = [];
  for (let week = weekOf(since.toString().slice(0, 10)); week <= last; week = daysOn(week, 7)) weeks.push(week);
  return weeks;
}

function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

function daysOn(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The value below which a `share` of them lies (nearest rank), in hours with two digits behind the point. */
function inHours(valuesMs: readonly number[], share: number): number {
  const sorted = valuesMs.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) / 36_000) / 100;
}
