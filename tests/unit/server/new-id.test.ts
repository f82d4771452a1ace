import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../../src/server/new-id.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00.123Z');

test('an id is a UUID of version 7, and says when it was made', () => {
  const id = newId(NOW.add({ microseconds: 500 }), new Uint8Array(8).fill(0xff));

  assert.equal(id, '01a207a2-32fb-7800-bfff-ffffffffffff');
});

test('what is made later sorts behind, also within a millisecond', () => {
  const ids = Array.from({ length: 2_000 }, (_, microseconds) => newId(NOW.add({ microseconds })));

  assert.deepEqual(ids.toSorted(), ids);
});

test('of ids that are made at the same moment no two are the same', () => {
  const ids = Array.from({ length: 2_000 }, () => newId(NOW));

  assert.equal(new Set(ids).size, 2_000);
});
