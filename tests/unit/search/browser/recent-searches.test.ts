import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recentSearches } from '../../../../src/search/browser/recent-searches.ts';

test('the latest search comes first, and each once', () => {
  const recent = recentSearches({ searches: ['printer', 'disk', 'printer'].map((query) => ({ query, results: 3 })) });

  assert.deepEqual(recent, ['printer', 'disk']);
});

test('what found nothing is not offered again', () => {
  const recent = recentSearches({
    searches: [
      { query: 'printer', results: 3 },
      { query: 'qqzz', results: 0 },
    ],
  });

  assert.deepEqual(recent, ['printer']);
});

test('there are no more than fit', () => {
  const recent = recentSearches({ searches: ['a', 'b', 'c'].map((query) => ({ query, results: 1 })) }, 2);

  assert.deepEqual(recent, ['c', 'b']);
});
