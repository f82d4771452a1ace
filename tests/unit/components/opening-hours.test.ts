import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingHours } from '../../../src/components/opening-hours.ts';
import type { Support, WEEKDAYS } from '../../../src/schema/site.ts';

type Weekday = (typeof WEEKDAYS)[number];

function support(...hours: { days: Weekday[]; from: string; to: string }[]): Support {
  return {
    timeZone: 'Europe/London',
    hours,
    holidays: [],
    promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
  };
}

test('days of equal hours are one line', () => {
  const open = openingHours(
    support(
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
      { days: ['sat'], from: '10:00', to: '14:00' },
    ),
    'en-GB',
  );

  assert.deepEqual(open, [
    { days: 'Monday to Friday', hours: '08:00–18:00' },
    { days: 'Saturday', hours: '10:00–14:00' },
  ]);
});

test('a week that begins on Sunday is one line as well', () => {
  const open = openingHours(
    support({ days: ['sun', 'mon', 'tue', 'wed', 'thu'], from: '09:00', to: '17:00' }),
    'en-GB',
  );

  assert.deepEqual(open, [{ days: 'Sunday to Thursday', hours: '09:00–17:00' }]);
});

test('a week without a day off is named from Monday', () => {
  const open = openingHours(
    support({ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }),
    'en-GB',
  );

  assert.deepEqual(open, [{ days: 'Monday to Sunday', hours: '00:00–24:00' }]);
});
