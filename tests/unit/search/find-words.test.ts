import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWords } from '../../../src/search/find-words.ts';
import { indexWord } from '../../../src/search/index/index-word.ts';
import type { Posting } from '../../../src/search/index/packed.ts';
import type { SearchIndex } from '../../../src/search/index/search-index.ts';
import { planSearch } from '../../../src/search/plan.ts';

/** Words of a small site, and the pages that hold each. */
const SITE: Record<string, number[]> = {
  administrator: [1],
  delete: [2, 3],
  disk: [4],
  erase: [3, 5],
  hard: [6],
  'nl-1042': [11],
  non: [7],
  café: [12],
  print: [8],
  printer: [9, 10],
};

test('a word is found in any of its forms', async () => {
  const { words, repairs } = await find('printing');

  assert.deepEqual(pages(words), { printing: [8] });
  assert.deepEqual(repairs, []);
});

test('a word is found by the site’s other words for the same', async () => {
  const { words } = await find('delete');

  assert.deepEqual(pages(words), { delete: [2, 3, 5] });
});

test('a page with the word that was asked for holds it more often than one with another word', async () => {
  const { words } = await find('delete');

  assert.deepEqual(
    words[0]?.postings.map(({ count }) => count),
    [1, 1.7, 0.7],
  );
});

test('a typing error is repaired, and said', async () => {
  const { words, repairs, unknown } = await find('pritner');

  assert.deepEqual(pages(words), { printer: [9, 10] });
  assert.deepEqual(repairs, [{ typed: 'pritner', searched: 'printer' }]);
  assert.deepEqual(unknown, []);
});

test('first letters that changed places are repaired', async () => {
  const { repairs } = await find('rpinter');

  assert.deepEqual(repairs, [{ typed: 'rpinter', searched: 'printer' }]);
});

for (const typed of ['orinter', 'rinter']) {
  test(`a first letter that is wrong or missing is repaired: "${typed}"`, async () => {
    const { repairs } = await find(typed);

    assert.deepEqual(repairs, [{ typed, searched: 'printer' }]);
  });
}

test('beside other words the first two letters may have changed places', async () => {
  const { repairs } = await find('disk rpinter');

  assert.deepEqual(repairs, [{ typed: 'rpinter', searched: 'printer' }]);
});

for (const typed of ['cafe', 'café', 'CAFÉ']) {
  test(`accents may be left out or typed: "${typed}"`, async () => {
    const { words, repairs } = await find(typed);

    assert.deepEqual(Object.values(pages(words)), [[12]]);
    assert.deepEqual(repairs, []);
  });
}

for (const typed of ['nl-1', 'nl-10', 'nl-104', 'nl-1042']) {
  test(`an error code is found while it is typed: "${typed}"`, async () => {
    const { words } = await findWords(index(), planSearch(typed, { isUnfinished: true }));

    assert.deepEqual(Object.values(pages(words)), [[11]]);
  });
}

test('synonyms count for the word that is being typed too', async () => {
  const { words } = await findWords(index(), planSearch('delete', { isUnfinished: true }));

  assert.deepEqual(pages(words), { delete: [2, 3, 5] });
});

test('two words that were written as one are found apart', async () => {
  const { words, repairs } = await find('harddisk');

  assert.deepEqual(pages(words), { hard: [6], disk: [4] });
  assert.deepEqual(repairs, [{ typed: 'harddisk', searched: 'hard disk' }]);
});

test('a joined word that no article knows is looked for by its parts, which is no repair', async () => {
  const { words, repairs } = await find('non-administrator');

  assert.deepEqual(pages(words), { non: [7], administrator: [1] });
  assert.deepEqual(repairs, []);
});

test('a literal search repairs nothing and names what is unknown', async () => {
  const { words, repairs, unknown } = await findWords(index(), planSearch('pritner disk'), { literal: true });

  assert.deepEqual(pages(words), { disk: [4] });
  assert.deepEqual(repairs, []);
  assert.deepEqual(unknown, ['pritner']);
});

test('a word that is still being typed is found by its beginning', async () => {
  const { words, repairs } = await findWords(index(), planSearch('pri', { isUnfinished: true }));

  assert.deepEqual(pages(words), { pri: [8, 9, 10] });
  assert.deepEqual(repairs, []);
});

test('one or two letters behind other words are waited for', async () => {
  const { words, unknown } = await findWords(index(), planSearch('disk pr', { isUnfinished: true }));

  assert.deepEqual(pages(words), { disk: [4] });
  assert.deepEqual(unknown, []);
});

test('where no word begins as typed, the typing error is repaired before the word is finished', async () => {
  const { repairs } = await findWords(index(), planSearch('pritne', { isUnfinished: true }));

  assert.deepEqual(repairs, [{ typed: 'pritne', searched: 'printer' }]);
});

test('what is like no word of the site is unknown', async () => {
  const { words, unknown } = await find('zzzqqqxxx 😀');

  assert.deepEqual(words, []);
  assert.deepEqual(unknown, ['zzzqqqxxx']);
});

function find(question: string) {
  return findWords(index(), planSearch(question));
}

function pages(words: { word: string; postings: readonly Posting[] }[]): Record<string, number[]> {
  return Object.fromEntries(words.map(({ word, postings }) => [word, postings.map(({ page }) => page)]));
}

function index(): SearchIndex {
  const byIndexWord = new Map(Object.entries(SITE).map(([word, held]) => [indexWord(word, 'en'), held]));
  return {
    language: 'en',
    products: [],
    synonyms: [['delete', 'erase']],
    pageCount: 10,
    averageWordCount: 100,
    wordCount: () => 100,
    postings: async (word) => byIndexWord.get(word)?.map((page) => ({ page, count: 1, places: [page], inFields: [] })),
    indexWordsFrom: async (beginning) => [...byIndexWord.keys()].filter((word) => word.startsWith(beginning)),
    filter: async () => new Map(),
    siblings: async () => new Map(),
    vocabulary: async (beginning) => {
      const words = Object.keys(SITE).filter((word) => /^\p{L}+$/u.test(word) && word.startsWith(beginning.charAt(0)));
      return { words, frequencies: words.map((word) => SITE[word]?.length ?? 0) };
    },
    page: () => Promise.reject(new Error('No page is read to find words.')),
  };
}
