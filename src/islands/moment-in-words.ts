const SIX_DAYS_MS = 6 * 24 * 60 * 60 * 1000;

/**
 * "16:40 today", "Monday 10:40", and with the date where it is more than six days away: "Monday 30 November, 10:40".
 * `at` is an instant in ISO 8601, `timeZone` an IANA name; without it the reader's own zone counts.
 */
export function momentInWords(at: string, now: Date, language: string, timeZone?: string): string {
  const moment = new Date(at);
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', ...zone }).format(moment);
  if (dayOf(moment, zone) === dayOf(now, zone)) return `${time} today`;
  const isFar = Math.abs(moment.getTime() - now.getTime()) > SIX_DAYS_MS;
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', ...zone }).format(moment);
  if (!isFar) return `${weekday} ${time}`;
  return `${weekday} ${new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', ...zone }).format(moment)}, ${time}`;
}

/** "your time" where the reader's own zone was used, else "London time". */
export function zoneInWords(timeZone?: string): string {
  return timeZone === undefined ? 'your time' : `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time`;
}

function dayOf(date: Date, zone: { timeZone?: string }): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone }).format(date);
}
