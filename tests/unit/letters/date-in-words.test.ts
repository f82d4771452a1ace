import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateInWords } from '../../../src/letters/date-in-words.ts';

for (const [instant, timeZone, words] of [
  ['2026-11-23T10:40Z', 'Europe/London', 'Monday 23 November 2026, 10:40 (Greenwich Mean Time, Europe/London)'],
  ['2026-07-01T10:40Z', 'Europe/London', 'Wednesday 1 July 2026, 11:40 (British Summer Time, Europe/London)'],
  ['2026-10-25T00:30Z', 'Europe/London', 'Sunday 25 October 2026, 01:30 (British Summer Time, Europe/London)'],
  ['2026-10-25T01:30Z', 'Europe/London', 'Sunday 25 October 2026, 01:30 (Greenwich Mean Time, Europe/London)'],
  ['2026-11-23T18:30Z', 'Asia/Kolkata', 'Tuesday 24 November 2026, 00:00 (India Standard Time, Asia/Kolkata)'],
  ['2026-11-23T05:00Z', 'America/New_York', 'Monday 23 November 2026, 00:00 (Eastern Standard Time, America/New_York)'],
] as const) {
  test(`${instant} in ${timeZone} is ${words}`, () => {
    assert.equal(dateInWords(Temporal.Instant.from(instant), timeZone), words);
  });
}
