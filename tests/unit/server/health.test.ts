import assert from 'node:assert/strict';
import { test } from 'node:test';
import { health } from '../../../src/server/health.ts';
import type { Store } from '../../../src/server/store.ts';

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const counts = { waiting: 2, retrying: 1, needsAPerson: 0 };

// The class as a server that was built would know it: the same name, another copy.
class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

test('a store that can be read but not written still says how many wait', async () => {
  const found = await health(storeThat({ beat: () => Promise.reject(new StoreUnavailable('disk is full')) }), now);

  assert.deepEqual(found, { ok: false, store: 'unavailable', outbox: counts });
});

test('a store that cannot even be read says nothing of the outbox', async () => {
  const unreadable = () => Promise.reject(new StoreUnavailable('disk I/O error'));

  const found = await health(storeThat({ beat: unreadable, outboxCounts: unreadable }), now);

  assert.deepEqual(found, { ok: false, store: 'unavailable', outbox: null });
});

test('a mistake of ours is not taken for an illness of the store', async () => {
  const broken = storeThat({ outboxCounts: () => Promise.reject(new TypeError('a mistake')) });

  await assert.rejects(health(broken, now), TypeError);
});

function storeThat(methods: Partial<Store>): Store {
  return { beat: () => Promise.resolve(), outboxCounts: () => Promise.resolve(counts), ...methods } as Store;
}
