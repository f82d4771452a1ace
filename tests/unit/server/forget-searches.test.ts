import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetSearches } from '../../../src/server/forget-searches.ts';

const now = Temporal.Instant.from('2026-11-22T09:00Z');

for (const [keepFor, madeBefore] of [
  ['P180D', '2026-05-26T09:00:00Z'],
  ['P6M', '2026-05-22T09:00:00Z'],
  ['P2W', '2026-11-08T09:00:00Z'],
  ['P1Y', '2025-11-22T09:00:00Z'],
  ['P999Y', '1027-11-22T09:00:00Z'],
] as const) {
  test(`searches that are kept for ${keepFor} are removed when they were made before ${madeBefore}`, async () => {
    const asked: string[] = [];
    const store = { removeSearches: async (before: Temporal.Instant) => (asked.push(String(before)), 0) };

    await forgetSearches(store, keepFor, now, new AbortController().signal);

    assert.deepEqual(asked, [madeBefore]);
  });
}

test('many searches are removed bit by bit, and others are served in between', async () => {
  let left = 1_234;
  let served = 0;
  const store = {
    removeSearches: async (_before: Temporal.Instant, most: number) => {
      const removed = Math.min(left, most);
      left -= removed;
      setImmediate(() => served++);
      return removed;
    },
  };

  const forgotten = await forgetSearches(store, 'P1D', now, new AbortController().signal);

  assert.deepEqual([forgotten, left, served], [1_234, 0, 2]);
});

test('a server that stops leaves the rest for the next time', async () => {
  const stopping = new AbortController();
  let asked = 0;
  const store = {
    removeSearches: async (_before: Temporal.Instant, most: number) => {
      asked++;
      stopping.abort();
      return most;
    },
  };

  await forgetSearches(store, 'P1D', now, stopping.signal);

  assert.equal(asked, 1);
});
