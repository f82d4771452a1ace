/**
 * "today at 16:40", "on Monday at 10:40", and with the date where it is more than six days away.
 * `timeZone` is an IANA name; without it the reader's own zone counts.
 */
export function promiseInWords(promisedBy: string, now: Date, language: string, timeZone?: string): string {
  const at = new Date(promisedBy);
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', ...zone }).format(at);
  const dayOf = (date: Date) => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone }).format(date);
  if (dayOf(at) === dayOf(now)) return `today at ${time}`;
  const isFar = at.getTime() - now.getTime() > 6 * 24 * 60 * 60 * 1000;
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', ...(isFar && { day: 'numeric', month: 'long' }), ...zone }).format(at);
  return `on ${day} at ${time}`;
}
