import { WEEKDAYS, type Support } from '../schema/site.ts';

/** A stretch of time in which people answer: from `opensAt` up to, but not including, `closesAt`. */
export type Opening = { opensAt: Temporal.Instant; closesAt: Temporal.Instant };

/** How far ahead openings are looked for. */
export const HORIZON_DAYS = 366;

const MINUTE_MS = 60_000;

/**
 * Openings that have not ended at `from`, in order, for a year ahead; the first may have begun before. Hours of one
 * day that overlap are one opening. It is open while the clock on the wall in the zone of support shows a time
 * within the hours: an hour that a clock change skips does not count, one that it repeats counts twice.
 */
export function* openings(support: Support, from: Temporal.Instant): Generator<Opening> {
  let date = from.toZonedDateTimeISO(support.timeZone).toPlainDate();
  for (let day = 0; day < HORIZON_DAYS; day++) {
    for (const opening of openingsOn(date, support)) {
      if (Temporal.Instant.compare(opening.closesAt, from) > 0) yield opening;
    }
    date = date.add({ days: 1 });
  }
}

function openingsOn(date: Temporal.PlainDate, { timeZone, hours, holidays }: Support): Opening[] {
  if (holidays.some((holiday) => date.equals(holiday.date))) return [];
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  const today = hours.filter(({ days }) => weekday !== undefined && days.includes(weekday));
  if (today.length === 0) return [];
  const stretches = stretchesOf(date, timeZone);
  return joined(
    stretches
      .flatMap((stretch) => today.map(({ from, to }) => within(stretch, minuteOfDay(from), minuteOfDay(to))))
      .filter((opening) => Temporal.Instant.compare(opening.opensAt, opening.closesAt) < 0)
      .sort((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt)),
  );
}

function joined(sorted: readonly Opening[]): Opening[] {
  const apart: Opening[] = [];
  for (const opening of sorted) {
    const last = apart.at(-1);
    if (last && Temporal.Instant.compare(opening.opensAt, last.closesAt) <= 0) {
      last.closesAt = later(last.closesAt, opening.closesAt);
    } else apart.push({ ...opening });
  }
  return apart;
}

/** A part of a day through which the clock runs evenly; `midnight` is where 00:00 lies by its offset from UTC. */
type Stretch = { begins: Temporal.Instant; ends: Temporal.Instant; midnight: Temporal.Instant };

function stretchesOf(date: Temporal.PlainDate, timeZone: string): Stretch[] {
  const dayEnds = date.add({ days: 1 }).toZonedDateTime(timeZone);
  const midnightUtc = date.toZonedDateTime('UTC').toInstant();
  const stretches: Stretch[] = [];
  let begins = date.toZonedDateTime(timeZone);
  while (Temporal.ZonedDateTime.compare(begins, dayEnds) < 0) {
    const change = begins.getTimeZoneTransition('next');
    const ends = change && Temporal.ZonedDateTime.compare(change, dayEnds) < 0 ? change : dayEnds;
    stretches.push({
      begins: begins.toInstant(),
      ends: ends.toInstant(),
      midnight: midnightUtc.subtract({ nanoseconds: begins.offsetNanoseconds }),
    });
    begins = ends;
  }
  return stretches;
}

function within({ begins, ends, midnight }: Stretch, fromMinute: number, toMinute: number): Opening {
  return {
    opensAt: later(begins, midnight.add({ milliseconds: fromMinute * MINUTE_MS })),
    closesAt: earlier(ends, midnight.add({ milliseconds: toMinute * MINUTE_MS })),
  };
}

/** "24:00" is minute 1440, the end of the day. */
function minuteOfDay(clockTime: string): number {
  const [hour = 0, minute = 0] = clockTime.split(':').map(Number);
  return hour * 60 + minute;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
