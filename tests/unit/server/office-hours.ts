import type { Support } from '../../../src/schema/site.ts';

export const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** An office in London with a short Saturday, and two holidays at the end of the year. */
export const office: Support = {
  timeZone: 'Europe/London',
  hours: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
    { days: ['sat'], from: '10:00', to: '14:00' },
  ],
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-12-28', name: 'Boxing Day (substitute day)' },
  ],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};

export const aroundTheClock: Support = {
  ...office,
  hours: [{ days: [...everyDay], from: '00:00', to: '24:00' }],
  holidays: [],
};

/** A moment of that office, as its clock shows it: `2026-11-23T17:59`. */
export function local(dateTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime('Europe/London').toInstant();
}

/** A moment as the clock of such a place shows it, in text: why, says `tests/fixtures/tell-moments-apart.ts`. */
export function inZone(instant: Temporal.Instant, { timeZone }: Support): string {
  const text = instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
  return text.endsWith(':00') && text.length > 16 ? text.slice(0, 16) : text;
}
