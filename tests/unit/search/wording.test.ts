import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResultRow, SearchAnswer } from '../../../src/search/search-answer.ts';
import { countInWords, failureInWords, hiddenInWords } from '../../../src/search/wording.ts';

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

test('a cut never leaves half of a character behind', () => {
  const words = countInWords(answer(0, { question: '🙂'.repeat(60) }));

  assert.ok(words.isWellFormed());
});

test('a question without words is told what to type instead', () => {
  const words = countInWords(answer(0, { question: '🙂🙂', words: [] }));

  assert.equal(words, 'There is no word in “🙂🙂” to search for. Tell us in a few words what happens.');
});

test('where limits left nothing, they are named', () => {
  const words = countInWords(answer(0), { isLimited: true });

  assert.equal(words, 'Nothing matches “printer” within the limits that you chose.');
});

for (const [rows, more, expected] of [
  [1, false, 'Without the limits that you chose there is 1 article.'],
  [4, false, 'Without the limits that you chose there are 4 articles.'],
  [20, true, 'Without the limits that you chose there are more than 20 articles.'],
  [0, false, ''],
] as const) {
  test(`limits that hide ${rows}${more ? ' and more' : ''} say: ${expected || 'nothing'}`, () => {
    assert.equal(hiddenInWords(answer(rows, { more })), expected);
  });
}

test('a failure is told apart from being offline', () => {
  assert.match(failureInWords(false), /^Search could not be loaded\. Try again/);
  assert.match(failureInWords(true), /^You are offline, so search could not be loaded\./);
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
