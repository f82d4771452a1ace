import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersByWeek, deflectionByWeek, votesByWeek } from '../../../src/insights/weeks.ts';

const PERIOD = { since: Temporal.Instant.from('2026-11-04T00:00Z'), until: Temporal.Instant.from('2026-11-17T00:00Z') };
const HOUR_MS = 3_600_000;

test('weeks begin on Monday, and those without a vote are there too', () => {
  const weeks = votesByWeek(
    [
      { day: '2026-11-08', yes: 2, no: 1 },
      { day: '2026-11-09', yes: 5, no: 0 },
    ],
    PERIOD,
  );

  assert.deepEqual(weeks, [
    { week: '2026-11-02', yes: 2, no: 1 },
    { week: '2026-11-09', yes: 5, no: 0 },
    { week: '2026-11-16', yes: 0, no: 0 },
  ]);
});

test('who voted and then asked for a person is one reader', () => {
  const [week] = deflectionByWeek(
    [{ day: '2026-11-05', yes: 90, no: 10 }],
    [{ day: '2026-11-06', times: 8, voted: 5 }],
    PERIOD,
  );

  assert.deepEqual(week, { week: '2026-11-02', told: 103, asked: 8 });
});

test('who asks for a person is counted even where the vote was cast in another week', () => {
  const [week] = deflectionByWeek([], [{ day: '2026-11-06', times: 3, voted: 3 }], PERIOD);

  assert.deepEqual(week, { week: '2026-11-02', told: 3, asked: 3 });
});

test('of answers half and nine tenths are told, beside what was promised', () => {
  const answers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((hours) => ({
    channel: 'email' as const,
    day: '2026-11-10',
    waitedMs: hours * HOUR_MS,
    promisedMs: 4 * HOUR_MS,
  }));

  assert.deepEqual(answersByWeek(answers), [
    { week: '2026-11-09', answers: 10, inTime: 4, medianHours: 5, slowHours: 9, promisedHours: 4 },
  ]);
});
