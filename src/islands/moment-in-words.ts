import { moment as words } from '../strings/en/moment.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SIX_DAYS_MS = 6 * DAY_MS;
/** Further away, a day and a month may be those of another year. */
const HALF_A_YEAR_MS = 182 * DAY_MS;

/**
 * "16:40 today", "Monday 10:40", with the date where it is more than six days away: "Monday 30 November, 10:40", and with
 * the year where it is more than half a year away.
 * `at` is an instant in ISO 8601, `timeZone` an IANA name; without it the reader's own zone counts.
 */
export function momentInWords(at: string, now: Date, language: string, timeZone?: string): string {
  const time = timeInWords(at, now, language, timeZone);
  return isSameDay(new Date(at), now, language, timeZone) ? words.today(time) : time;
}

/** The same, and of a time today only the time: "16:40". */
export function timeInWords(at: string, now: Date, language: string, timeZone?: string): string {
  const moment = new Date(at);
  const written = (options: Intl.DateTimeFormatOptions) => formatIn(language, options, timeZone).format(moment);
  const time = written({ hour: '2-digit', minute: '2-digit' });
  if (isSameDay(moment, now, language, timeZone)) return time;
  const weekday = written({ weekday: 'long' });
  const awayMs = Math.abs(moment.getTime() - now.getTime());
  if (awayMs <= SIX_DAYS_MS) return words.within6Days({ weekday, time });
  const day = written({ day: 'numeric', month: 'long', ...(awayMs > HALF_A_YEAR_MS && { year: 'numeric' }) });
  return words.onDay({ weekday, day, time });
}

/** As `momentInWords`, with the zone: "Monday 10:40, your time". */
export function momentWithZone(at: string, now: Date, language: string, timeZone?: string): string {
  return words.inZone({ moment: momentInWords(at, now, language, timeZone), zone: zoneInWords(timeZone) });
}

/** "your time" where the reader's own zone was used, else "London time". */
export function zoneInWords(timeZone?: string): string {
  if (timeZone === undefined) return words.yourTime;
  return words.timeOf({ city: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '), timeZone });
}

function isSameDay(one: Date, other: Date, language: string, timeZone: string | undefined): boolean {
  const day = formatIn(language, { year: 'numeric', month: 'numeric', day: 'numeric' }, timeZone);
  return day.format(one) === day.format(other);
}

function formatIn(language: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined) {
  return new Intl.DateTimeFormat(language, { ...options, ...(timeZone !== undefined && { timeZone }) });
}
