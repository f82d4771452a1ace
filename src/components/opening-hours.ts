import { dateFormat } from '../articles/date-format.ts';
import { WEEKDAYS, type Support } from '../schema/site.ts';
import { ways as words } from '../strings/en/page.ts';

type Weekday = (typeof WEEKDAYS)[number];

/** Lines such as { days: "Monday to Friday", hours: "08:00–18:00" }, with days of equal hours joined. */
export function openingHours(support: Support, language: string): { days: string; hours: string }[] {
  const runs: { days: Weekday[]; hours: string }[] = [];
  for (const day of WEEKDAYS) {
    const hours = hoursOn(day, support, language);
    const last = runs.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else runs.push({ days: [day], hours });
  }
  return aroundTheWeekend(runs)
    .filter(({ hours }) => hours !== '')
    .map(({ days, hours }) => ({ days: daysInWords(days, language), hours }));
}

/** Where the week goes on over Sunday as it was, it is one run: "Sunday to Thursday". */
function aroundTheWeekend<Run extends { days: Weekday[]; hours: string }>(runs: readonly Run[]): readonly Run[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last || first === last || first.hours !== last.hours) return runs;
  return [{ ...first, days: [...last.days, ...first.days] }, ...runs.slice(1, -1)];
}

function hoursOn(day: Weekday, { hours }: Support, language: string): string {
  const open = hours
    .filter(({ days }) => days.includes(day))
    .map(words.hours)
    .sort();
  return listed(open, language);
}

function daysInWords(days: readonly Weekday[], language: string): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  if (days.length < 3) {
    return listed(
      days.map((day) => dayName(day, language)),
      language,
    );
  }
  return words.days({ first: dayName(first, language), last: dayName(last, language) });
}

function listed(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts);
}

function dayName(day: Weekday, language: string): string {
  // 2024-01-01 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)));
  return dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}
