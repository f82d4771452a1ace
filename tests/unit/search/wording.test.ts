import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResultRow, SearchAnswer } from '../../../src/search/search-answer.ts';
import { countInWords, unknownInWords } from '../../../src/search/wording.ts';

for (const [rows, more, expected] of [
  [0, false, 'Nothing matches “printer”.'],
  [1, false, '1 article for “printer”'],
  [3, false, '3 articles for “printer”'],
  [6, true, 'The 6 best articles for “printer”'],
] as const) {
  test(`${rows} rows${more ? ' and more' : ''} are announced as: ${expected}`, () => {
    assert.equal(countInWords(answer(rows, { more })), expected);
  });
}

test('a pasted letter is named by its beginning', () => {
  const words = countInWords(answer(0, { question: 'word '.repeat(100) }));

  assert.equal(words.length, 'Nothing matches “”.'.length + 80);
});

test('words that no article holds are named where others helped', () => {
  const words = unknownInWords(answer(2, { repairs: [], unknown: ['pritner', 'offlin'] }));

  assert.equal(words, 'No article holds “pritner” or “offlin”.');
});

test('where nothing was found, its words are not named twice', () => {
  assert.equal(unknownInWords(answer(0, { repairs: [], unknown: ['pritner'] })), '');
});

function answer(rows: number, over: Partial<SearchAnswer> = {}): SearchAnswer {
  const row: ResultRow = { slug: 'a', address: '/articles/a/', title: 'A', excerpt: [], product: 'P', versions: [] };
  return {
    question: 'printer',
    words: ['printer'],
    repairs: [],
    unknown: [],
    rows: Array(rows).fill(row),
    more: false,
    ...over,
  };
}
