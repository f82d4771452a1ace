import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { daily } from '../../../src/server/daily.ts';
import { StoreUnavailable } from '../../../src/server/store.ts';

const ONE_DAY_MS = 86_400_000;

test('daily work is done at once, and again after each day', (t) => {
  const { tick } = days(t);
  let done = 0;

  daily(
    async () => void done++,
    () => undefined,
  );
  const atOnce = done;
  tick(ONE_DAY_MS - 1);
  const beforeADay = done;
  tick(1);
  tick(ONE_DAY_MS);

  assert.deepEqual([atOnce, beforeADay, done], [1, 1, 3]);
});

test('daily work is done no more once it is stopped', async (t) => {
  const { tick } = days(t);
  let done = 0;
  const { stop } = daily(
    async () => void done++,
    () => undefined,
  );

  await stop();
  tick(3 * ONE_DAY_MS);

  assert.equal(done, 1);
});

test('stopping tells daily work that is under way to end, and waits until it has', async (t) => {
  days(t);
  const told: string[] = [];
  const { stop } = daily(
    async (signal) => {
      await new Promise((aborted) => signal.addEventListener('abort', aborted));
      told.push('ended');
    },
    () => undefined,
  );

  await stop();
  told.push('stopped');

  assert.deepEqual(told, ['ended', 'stopped']);
});

test('daily work that fails is logged without what somebody wrote, and tried again a day later', async (t) => {
  const { tick } = days(t);
  const logged: unknown[] = [];
  const errors = [new StoreUnavailable('database or disk is full'), new TypeError('a@example.com wrote this')];

  const { stop } = daily(
    () => Promise.reject(errors.shift() ?? new Error('once too often')),
    (event, fields) => logged.push([event, fields]),
  );
  tick(ONE_DAY_MS);
  await stop();

  assert.deepEqual(logged, [
    ['daily-work-failed', { error: 'StoreUnavailable', reason: 'database or disk is full' }],
    ['daily-work-failed', { error: 'TypeError' }],
  ]);
});

function days(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  return { tick: (ms: number) => t.mock.timers.tick(ms) };
}
