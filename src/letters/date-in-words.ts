/** "Monday 23 November 2026, 10:40 (Greenwich Mean Time, Europe/London)". */
export function dateInWords(instant: Temporal.Instant, timeZone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).formatToParts(instant.epochMilliseconds);
  const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'long' });
  const date = ['weekday', 'day', 'month', 'year'].map((type) => part(day, type)).join(' ');
  return `${date}, ${part(time, 'hour')}:${part(time, 'minute')} (${part(time, 'timeZoneName')}, ${timeZone})`;
}
