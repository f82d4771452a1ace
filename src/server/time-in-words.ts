/** "Mon 23 Nov 2026, 10:40", in `timeZone`. */
export function timeInWords(instant: Temporal.Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return format.format(instant.epochMilliseconds).replace(/^(\w+),/, '$1');
}
