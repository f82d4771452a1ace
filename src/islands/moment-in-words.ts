import { moment as words } from '../strings/en/moment.ts';

const SIX_DAYS_MS = 6 * 24 * 60 * 60 * 1000;

/**
 * "16:40 today", "Monday 10:40", and with the date where it is more than six days away: "Monday 30 November, 10:40".
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
  const isFar = Math.abs(moment.getTime() - now.getTime()) > SIX_DAYS_MS;
  return isFar
    ? words.onDay({ weekday, day: written({ day: 'numeric', month: 'long' }), time })
    : words.within6Days({ weekday, time });
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
