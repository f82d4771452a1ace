import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundWord } from '../../../src/search/find-words.ts';
import type { Posting } from '../../../src/search/index/packed.ts';
import { rankPages, type Collection } from '../../../src/search/rank-pages.ts';

test('a page with more of the question comes before one that repeats a word of it', () => {
  const words = [word('reset', [on(1, 5), on(2, 40)]), word('password', [on(1, 90)])];

  assert.deepEqual(order(words), [1, 2]);
});

test('a page that holds the rare word comes before one that holds the common one', () => {
  const common = Array.from({ length: 50 }, (_, page) => on(page + 10, 3));

  assert.equal(order([word('file', common), word('keychain', [on(1, 3)])])[0], 1);
});

test('a word in the title counts for more than one in the text', () => {
  const words = [word('printer', [on(1, 3), titled(2)])];

  assert.deepEqual(order(words), [2, 1]);
});

test('a short page comes before a long one that says the same', () => {
  const words = [word('printer', [on(1, 3), on(2, 3)])];

  assert.deepEqual(order(words, { wordCount: (page) => (page === 1 ? 4000 : 100) }), [2, 1]);
});

test('words that stand together as in the question count for more than the same words apart', () => {
  const words = [word('disk', [on(1, 3), on(2, 3)]), word('full', [on(1, 80), on(2, 4)])];

  assert.deepEqual(order(words), [2, 1]);
});

test('words stand together in a title too', () => {
  const words = [word('disk', [titled(1, 0), titled(2, 0)]), word('full', [titled(1, 9), titled(2, 1)])];

  assert.deepEqual(order(words), [2, 1]);
});

test('pages that answer alike keep the order of the index', () => {
  const words = [word('printer', [on(7, 3), on(3, 3), on(5, 3)])];

  assert.deepEqual(order(words), [3, 5, 7]);
});

test('a page is told whose title holds every word', () => {
  const words = [word('disk', [titled(1), titled(2)]), word('full', [titled(1, 1), on(2, 4)])];
  const pages = rankPages(words, { pageCount: 100, averageWordCount: 300, wordCount: () => 300 });

  assert.deepEqual(
    pages.map(({ page, isTitled }) => ({ page, isTitled })),
    [
      { page: 1, isTitled: true },
      { page: 2, isTitled: false },
    ],
  );
});

test('no words find no pages', () => {
  assert.deepEqual(order([]), []);
});

test('a word that every page holds still finds them', () => {
  const everywhere = Array.from({ length: 100 }, (_, page) => on(page, 1));

  assert.equal(order([word('sync', everywhere)]).length, 100);
});

function order(words: FoundWord[], collection: Partial<Collection> = {}): number[] {
  const pages = rankPages(words, { pageCount: 100, averageWordCount: 300, wordCount: () => 300, ...collection });
  assert.ok(pages.every(({ score }) => Number.isFinite(score) && score > 0));
  return pages.map(({ page }) => page);
}

function word(text: string, postings: Posting[]): FoundWord {
  return { word: text, postings };
}

function on(page: number, ...places: number[]): Posting {
  return { page, count: places.length, places, inFields: [] };
}

function titled(page: number, place = 0): Posting {
  return { page, count: 0, places: [], inFields: [{ field: 0, place }] };
}
