import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Retry } from '../../../src/help-desks/help-desk.ts';
import { endedAs } from '../../../src/server/deliver-due.ts';
import type { DueDelivery, Ended } from '../../../src/server/outbox.ts';
import { storedEscalation } from '../../fixtures/stored-escalation.ts';

const START = Temporal.Instant.from('2026-11-23T09:00Z');
const later: Retry = { kind: 'retry', code: 'http-503', reason: 'Not now.', mayBeThere: false };

test('tries are further and further apart, up to an hour', () => {
  const seconds = [1, 2, 3, 4, 8, 9, 10, 50].map((attempts) => waitMs(due({ attempts }), later, 1) / 1000);

  assert.deepEqual(seconds, [10, 20, 40, 80, 1280, 2560, 3600, 3600]);
});

test('chance takes up to half of a wait away, so that many do not come back at once', () => {
  assert.equal(waitMs(due({ attempts: 3 }), later, 0), 20_000);
  assert.equal(waitMs(due({ attempts: 3 }), later, 0.5), 30_000);
});

test('a desk is not asked before it wants to be, a day at most', () => {
  assert.equal(waitMs(due({}), { ...later, afterMs: 120_000 }, 1), 120_000);
  assert.equal(waitMs(due({}), { ...later, afterMs: 10 }, 1), 10_000);
  assert.equal(waitMs(due({}), { ...later, afterMs: 10 ** 12 }, 1), 86_400_000);
});

test('a desk in which a ticket takes time to be found is given that time', () => {
  const ended = end(due({}), later, { mayBeThere: true, desk: { indexLagMs: 300_000 } });

  assert.equal(ended.state === 'retrying' && ended.nextAt.since(START).total('seconds'), 300);
});

test('tries go on for at least 96 hours, also where the clock jumps a month ahead', () => {
  let [now, attempts] = [START, 0];
  let ended: Ended | undefined;
  do {
    ended = end(due({ attempts: ++attempts }), later, { now });
    if (ended.state === 'retrying') now = ended.nextAt;
  } while (ended.state === 'retrying');
  const afterJump = end(due({ attempts: 5 }), later, { now: START.add({ hours: 24 * 30 }) });

  assert.ok(now.since(START).total('hours') >= 96);
  assert.equal(ended.alert, true);
  assert.match(ended.reason, /^Tried \d+ times since 2026-11-23T09:00:00Z\. Not now\.$/);
  assert.equal(afterJump.state, 'retrying');
});

test('a rejection needs a person at once, and the team is told', () => {
  const ended = end(due({ progress: { contact: 'c' } }), { kind: 'rejected', code: 'http-422', reason: 'No.' });

  assert.deepEqual(ended, {
    state: 'needs-a-person',
    reason: 'No.',
    mayBeThere: false,
    progress: { contact: 'c' },
    alert: true,
  });
});

test('the team is told once when the next try comes too late for the promise', () => {
  const inTime = end(due({ attempts: 3 }), later);
  const tooLate = end(due({ attempts: 3 }), { ...later, afterMs: 4 * 3_600_000 + 1 });
  const toldBefore = end(due({ attempts: 3, hasAlerted: true }), { ...later, afterMs: 4 * 3_600_000 + 1 });

  assert.deepEqual([inTime.alert, tooLate.alert, toldBefore.alert], [false, true, false]);
});

function waitMs(delivery: DueDelivery, outcome: Retry, chance: number): number {
  const ended = end(delivery, outcome, { chance });
  return ended.state === 'retrying' ? ended.nextAt.since(START).total('milliseconds') : NaN;
}

function end(
  delivery: DueDelivery,
  outcome: Parameters<typeof endedAs>[0],
  { now = START, chance = 1, mayBeThere = false, desk = {} } = {},
): Ended {
  return endedAs(outcome, delivery, desk, { now, chance, mayBeThere });
}

function due(rest: Partial<DueDelivery>): DueDelivery {
  return {
    id: '1-smtp',
    desk: 'smtp',
    attempts: 1,
    createdAt: START,
    firstTriedAt: START,
    mayBeThere: false,
    progress: {},
    hasAlerted: false,
    escalation: storedEscalation('1', { openedAt: START, promisedBy: START.add({ hours: 4 }) }),
    ...rest,
  };
}
