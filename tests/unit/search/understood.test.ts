import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_QUESTION } from '../../../src/search/longest-question.ts';
import { readAsked, type Asked } from '../../../src/search/result-address.ts';
import type { ResultRow, SearchAnswer } from '../../../src/search/search-answer.ts';
import { inPlainWords, understood as understoodIn } from '../../../src/search/understood.ts';

const ROW: ResultRow = { slug: 'a', address: '/articles/a/', title: 'A', excerpt: [], product: 'P', versions: [] };
const MINI = { id: 'mini', title: 'Northlight Mini' };

test('what was taken as typed needs no sentence', () => {
  assert.deepEqual(understood(answer(), asked()), []);
});

test('a repaired word is named, with the way back to the word as typed', () => {
  const sentences = understood(
    answer({ repairs: [{ typed: 'pritner', searched: 'printer' }] }),
    asked({ question: 'pritner', filters: { topic: 'network' } }),
  );

  assert.deepEqual(sentences, [
    [{ text: 'Searched for ' }, { text: 'printer', isWord: true }, { text: '.' }],
    [{ text: 'Search for pritner instead', address: '?q=pritner&topic=network&literal=1' }],
  ]);
});

test('several repairs make one sentence', () => {
  const repairs = [
    { typed: 'pritner', searched: 'printer' },
    { typed: 'ofline', searched: 'offline' },
  ];

  const [sentence, way] = understood(answer({ repairs }), asked());

  assert.equal(inPlainWords([sentence ?? []]), 'Searched for printer and offline.');
  assert.equal(way?.[0]?.text, 'Search for pritner and ofline instead');
});

test('words are listed as the language of the site lists them', () => {
  const repairs = ['printer', 'offline', 'paper'].map((searched) => ({ typed: `${searched}x`, searched }));

  const [sentence] = understoodIn(answer({ repairs }), asked(), 'de');

  assert.equal(inPlainWords([sentence ?? []]), 'Searched for printer, offline und paper.');
});

test('a search for the words as typed says so, and leads back', () => {
  const [sentence, way] = understood(answer({ rows: [] }), asked({ question: 'pritner', literal: true }));

  assert.equal(inPlainWords([sentence ?? []]), 'Searched for the words exactly as typed.');
  assert.deepEqual(way, [{ text: 'Search with typing errors corrected', address: '?q=pritner' }]);
});

test('words that were left out are named', () => {
  const one = understood(answer({ unknown: ['qqzz'] }), asked());
  const two = understood(answer({ unknown: ['qqzz', 'zzqq'] }), asked());

  assert.equal(inPlainWords(one), 'No article contains qqzz, so we searched without it.');
  assert.equal(inPlainWords(two), 'No article contains qqzz or zzqq, so we searched without them.');
});

test('where nothing was found, its words are not named twice', () => {
  assert.deepEqual(understood(answer({ rows: [], unknown: ['qqzz'] }), asked()), []);
});

test('a product that is named is said to come first, with the way to it alone', () => {
  const sentences = understood(
    answer({ namedProduct: MINI, rows: [{ ...ROW, product: MINI.title }, ROW] }),
    asked({ question: 'mini fan' }),
  );

  assert.equal(inPlainWords(sentences), 'Articles for Northlight Mini first, because you named it.');
  assert.deepEqual(sentences.at(-1), [{ text: 'Only Northlight Mini', address: '?q=mini+fan&product=mini' }]);
});

test('a product that is named, but not first, is not said to be', () => {
  const sentences = understood(answer({ namedProduct: MINI, rows: [ROW, { ...ROW, product: MINI.title }] }), asked());

  assert.equal(inPlainWords(sentences), 'You named Northlight Mini, so its articles count for more.');
});

test('a version that is named is said to be searched in, with the way to it alone', () => {
  const sentences = understood(
    answer({ namedProduct: MINI, namedVersion: { id: '3', label: 'Mini 3', product: 'mini' } }),
    asked({ question: 'fan of mini 3', filters: { version: '2', product: 'sync' } }),
  );

  assert.equal(inPlainWords(sentences), 'Searched in Mini 3, because you named it.');
  assert.deepEqual(sentences.at(-1), [{ text: 'Only Mini 3', address: '?q=fan+of+mini+3&product=mini&version=3' }]);
});

test('a version that is called by a number alone is said to be one', () => {
  const sentences = understood(answer({ namedVersion: { id: '3', label: '3', product: 'mini' } }), asked());

  assert.equal(inPlainWords(sentences), 'Searched in version 3, because you named it.');
});

test('results that are all for others say so once', () => {
  const rows = [{ ...ROW, onlyFor: { versions: ['Sync 3'], language: 'en-GB' } }];

  const sentences = understood(answer({ rows }), asked());

  assert.match(inPlainWords(sentences), /^These are all for another version or other readers\./);
});

test('a letter that was pasted is said to have been read by its beginning', () => {
  const long = readAsked(new URLSearchParams({ q: 'word '.repeat(2000) }));

  const sentences = understood(answer(), long);

  assert.equal(long.question.length, LONGEST_QUESTION);
  assert.equal(inPlainWords(sentences), 'That is a long text, so we searched for what its beginning says.');
});

test('markup in a word stays text', () => {
  const typed = '<b>pritner</b>';

  const parts = understood(answer({ repairs: [{ typed, searched: 'printer' }] }), asked()).flat();

  assert.ok(parts.some(({ text }) => text.includes(typed)));
});

/** On a site in British English. */
function understood(found: SearchAnswer, question: Asked) {
  return understoodIn(found, question, 'en-GB');
}

function asked(over: Partial<Asked> = {}): Asked {
  return { question: 'printer', filters: {}, ...over };
}

function answer(over: Partial<SearchAnswer> = {}): SearchAnswer {
  return { question: 'printer', words: ['printer'], repairs: [], unknown: [], rows: [ROW], more: false, ...over };
}
