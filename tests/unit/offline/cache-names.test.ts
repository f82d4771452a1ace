import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheNames, indexCaches } from '../../../src/offline/cache-names.ts';

test('editions of the index are known again by their names, the newest first', () => {
  const { index, pages, assets } = cacheNames('/');

  const editions = indexCaches([index('first', 100), pages, index('third', 1_000), assets, index('second', 200)], '/');

  assert.deepEqual(
    editions.map(({ id, keptAtMs }) => [id, keptAtMs]),
    [
      ['third', 1_000],
      ['second', 200],
      ['first', 100],
    ],
  );
});

test('sites on one host keep apart', () => {
  const ofAnother = cacheNames('/de/').index('other', 1);

  const editions = indexCaches([ofAnother], '/');

  assert.deepEqual(editions, []);
});
