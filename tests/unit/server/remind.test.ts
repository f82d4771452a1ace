import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDueSoon } from '../../../src/server/remind.ts';

const MADE = Temporal.Instant.from('2026-11-23T09:00Z');

// A quarter of its length before it is due, ten minutes at least, an hour at most.
for (const [lengthMinutes, leftMinutes, isDue] of [
  [240, 60.1, false],
  [240, 60, true],
  [240, 0.1, true],
  [240, 0, false],
  [240, -5, false],
  [120, 31, false],
  [120, 30, true],
  [20, 11, false],
  [20, 10, true],
  [5, 5, true],
  [6000, 61, false],
  [6000, 60, true],
] as const) {
  test(`of ${lengthMinutes} minutes with ${leftMinutes} left the team is ${isDue ? '' : 'not '}reminded`, () => {
    const promisedBy = MADE.add({ minutes: lengthMinutes });
    const now = promisedBy.subtract({ seconds: Math.round(leftMinutes * 60) });

    assert.equal(isDueSoon({ promiseMadeAt: MADE, promisedBy }, now), isDue);
  });
}
