import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchIndex } from '../../../src/search/index/search-index.ts';
import { readerPages } from '../../../src/search/reader-pages.ts';

// One article: page 1 for version 5, page 2 for version 3 at home, page 3 for version 3 and administrators.
const NOT_FOR = new Map([
  ['sync * *', [2, 3]],
  ['sync 5 *', [2, 3]],
  ['sync 3 *', [1, 3]],
  ['sync * admin', [2, 3]],
  ['sync 5 admin', [2, 3]],
  ['sync 3 admin', [1, 2]],
  ['printer 1 *', [4]],
]);

test('who has chosen nothing is of the first audience, in every version', async () => {
  const pages = await readerPages(index(), {}, {});

  assert.deepEqual([1, 2, 3].map(pages.isForAudience), [true, true, false]);
});

test('who has chosen an audience is of that, in every version', async () => {
  const pages = await readerPages(index(), {}, { audience: 'admin' });

  assert.deepEqual([1, 2, 3].map(pages.isForAudience), [true, false, true]);
});

function index(): SearchIndex {
  const filter = async (name: string) => (name === 'not-for' ? NOT_FOR : new Map<string, number[]>());
  return { products: [], filter, siblings: async () => new Map() } as unknown as SearchIndex;
}
