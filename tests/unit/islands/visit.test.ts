import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { forgetSearches, noteSearch, noteVisited, readVisit } from '../../../src/islands/visit.ts';
import { formerSearch } from '../../../src/search/browser/former-search.ts';

beforeEach(() => sessionStorage.clear());

test('a search that is typed on, or back, takes the place of the one before it', () => {
  noteSearch({ query: 'print', results: 4 });
  noteSearch({ query: 'printer', results: 3 });
  noteSearch({ query: 'password', results: 2 });

  assert.deepEqual(
    readVisit().searches.map(({ query }) => query),
    ['printer', 'password'],
  );
});

test('forgotten searches are followed by none, and the rest of the visit stays', () => {
  noteSearch({ query: 'printer', results: 3 });
  noteVisited('restore-a-file');
  formerSearch({ query: 'printer' }, 0);

  forgetSearches();

  assert.equal(formerSearch({ query: 'password' }, 1), undefined);
  assert.deepEqual(readVisit().searches, []);
  assert.deepEqual(readVisit().visited, ['restore-a-file']);
});

test('titles are kept of the articles that are remembered, and of no others', () => {
  for (let at = 0; at < 25; at++) noteVisited(`article-${at}`, `Article ${at}`);

  const { visited, titles = {} } = readVisit();

  assert.deepEqual(Object.keys(titles), visited);
});
