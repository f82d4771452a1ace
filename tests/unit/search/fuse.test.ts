import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Found } from '../../../src/search/engine.ts';
import { fuse, type WordFound } from '../../../src/search/fuse.ts';

test('a page that holds more of the question comes before one that repeats a single word', () => {
  const words = [wordIn('printer', { both: 2, repeats: 5 }), wordIn('offline', { both: 2 })];

  const ranked = fuse(words, 100);

  assert.deepEqual(idsOf(ranked), ['both', 'repeats']);
});

test('a rare word counts as a larger part of the question than a common one', () => {
  const words = [wordIn('nl-1042', { rare: 2 }, 1), wordIn('sync', { common: 2 }, 80)];

  const ranked = fuse(words, 100);

  assert.deepEqual(idsOf(ranked), ['rare', 'common']);
});

test('one word of the question is enough to be found', () => {
  const words = [wordIn('printer', { a: 1 }), wordIn('offline', { b: 1 }), wordIn('queue', { c: 1 })];

  const ranked = fuse(words, 100);

  assert.equal(ranked.length, 3);
});

test('a word that no page holds changes nothing', () => {
  const words = [wordIn('printer', { a: 2, b: 1 })];

  const ranked = fuse([...words, wordIn('pritner', {}, 0)], 100);

  assert.deepEqual(ranked, fuse(words, 100));
});

test('a page for other readers comes after an equal one for this reader', () => {
  const words = [wordIn('restore', { other: 3, mine: 2 }, 2, ['mine'])];

  const ranked = fuse(words, 100);

  assert.deepEqual(idsOf(ranked), ['mine', 'other']);
});

test('a page for other readers comes first where it says more than twice as much', () => {
  const words = [wordIn('calendar', { other: 5, mine: 2 }, 2, ['mine'])];

  const ranked = fuse(words, 100);

  assert.deepEqual(idsOf(ranked), ['other', 'mine']);
});

test('pages with the same score have one order, whatever order they were found in', () => {
  const there = fuse([wordIn('restore', { a: 1, b: 1 })], 100);

  const andBack = fuse([wordIn('restore', { b: 1, a: 1 })], 100);

  assert.deepEqual(idsOf(there), idsOf(andBack));
});

test('a word that every page holds keeps a score above zero', () => {
  const ranked = fuse([wordIn('sync', { a: 1, b: 1 }, 2)], 2);

  assert.ok(ranked.every(({ score }) => score > 0));
});

test('filters leave pages out without making a word rarer', () => {
  const ranked = fuse([wordIn('sync', { a: 1 }, 50)], 100);

  assert.equal(ranked[0]?.matches[0]?.rarity, fuse([wordIn('sync', { a: 1, b: 1 }, 50)], 100)[0]?.matches[0]?.rarity);
});

function wordIn(
  word: string,
  scores: Record<string, number>,
  unfiltered = Object.keys(scores).length,
  fitting = Object.keys(scores),
): WordFound {
  const found = Object.entries(scores).map(([id, score]): Found => ({
    id,
    score,
    places: [0],
    fits: fitting.includes(id),
    page,
  }));
  return { word, found, unfiltered };
}

async function page(): Promise<never> {
  throw new Error('Ranking reads no pages.');
}

function idsOf(ranked: readonly { id: string }[]): string[] {
  return ranked.map(({ id }) => id);
}
