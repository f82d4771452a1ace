import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseArticles } from '../../../src/search/choose-articles.ts';
import type { ReaderPages } from '../../../src/search/reader-pages.ts';

test('pages of one article make one row', () => {
  const chosen = choose({ 1: 5, 2: 4, 3: 3 }, { articleOf: (page) => (page === 3 ? 1 : page) });

  assert.deepEqual(chosen, [1, 2]);
});

test('the row is the page for the reader, where it says enough', () => {
  const chosen = choose({ 1: 5, 2: 4 }, { articleOf: () => 1, fits: (page) => page === 2 });

  assert.deepEqual(chosen, [2]);
});

test('the row is a page for others where only that one answers', () => {
  const chosen = choose({ 1: 5, 2: 1 }, { articleOf: () => 1, fits: (page) => page === 2 });

  assert.deepEqual(chosen, [1]);
});

test('where no page is for the version of the reader, the row is one for their audience', () => {
  const reader = { articleOf: () => 1, fits: () => false, isForAudience: (page: number) => page !== 1 };

  assert.deepEqual(choose({ 1: 5, 2: 3 }, reader), [2]);
  assert.deepEqual(choose({ 1: 5, 2: 2 }, reader), [1]);
});

test('what is for the reader comes before what is only for others', () => {
  const chosen = choose({ 1: 9, 2: 5, 3: 4 }, { fits: (page) => page !== 1 });

  assert.deepEqual(chosen, [2, 3, 1]);
});

test('what hardly says anything comes last, whoever it is for', () => {
  const chosen = choose({ 1: 9, 2: 5, 3: 1 }, { fits: (page) => page !== 1 });

  assert.deepEqual(chosen, [2, 1, 3]);
});

test('another product has to say twice as much', () => {
  const isOwnProduct = (page: number) => page > 2;

  assert.deepEqual(choose({ 1: 7, 3: 4 }, { isOwnProduct }), [3, 1]);
  assert.deepEqual(choose({ 1: 9, 3: 4 }, { isOwnProduct }), [1, 3]);
});

test('an error code comes first, also where it is only for others', () => {
  const chosen = choose({ 1: 9, 2: 5 }, { fits: (page) => page !== 2 }, (page) => page === 2);

  assert.deepEqual(chosen, [2, 1]);
});

test('what the filters exclude is not there', () => {
  const chosen = choose({ 1: 9, 2: 5 }, { isAllowed: (page) => page === 2 });

  assert.deepEqual(chosen, [2]);
});

test('what shares a common word with the question and no more is left out', () => {
  const chosen = choose({ 1: 100, 2: 4.9, 3: 5 });

  assert.deepEqual(chosen, [1, 3]);
});

function choose(
  scores: Record<number, number>,
  reader: Partial<ReaderPages> = {},
  holdsCodes: (page: number) => boolean = () => true,
): number[] {
  const pages = Object.entries(scores).map(([page, score]) => ({
    page: Number(page),
    score,
    isTitled: false,
    matches: [],
  }));
  const everybody: ReaderPages = {
    isAllowed: () => true,
    fits: () => true,
    isForAudience: () => true,
    isOwnProduct: () => true,
    articleOf: (page) => page,
  };
  return chooseArticles(pages, { ...everybody, ...reader }, holdsCodes).map(({ ranked }) => ranked.page);
}
