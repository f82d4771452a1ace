import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errorsBetween, nearestWord } from '../../../src/search/nearest-word.ts';

const SITE = {
  disk: 6,
  form: 5,
  from: 9,
  gif: 4,
  hkey: 0,
  painter: 2,
  print: 6,
  printed: 3,
  printer: 7,
  recover: 4,
  settings: 8,
  wifi: 2,
};

for (const [typed, meant] of [
  ['pritner', 'printer'],
  ['printr', 'printer'],
  ['prrinter', 'printer'],
  ['ptinter', 'printer'],
  ['setitngs', 'settings'],
  ['settinngss', 'settings'],
  ['fomr', 'form'],
  ['wfi', 'wifi'],
  ['dik', 'disk'],
  ['gfi', 'gif'],
] as const) {
  test(`"${typed}" is taken for "${meant}"`, () => {
    assert.equal(nearest(typed), meant);
  });
}

for (const typed of ['pri', 'gpf', 'hey', 'ifi', 'wi', 'gii', 'banana', 'prnitre', 'nl-1042', '1042', '', '😀']) {
  test(`"${typed}" is taken for nothing else`, () => {
    assert.equal(nearest(typed), undefined);
  });
}

test('the first letter counts more than how common a word is', () => {
  assert.equal(nearestWord('cart', listOf({ card: 1, dart: 9 })), 'card');
});

test('three letters that are still being typed are taken for nothing else', () => {
  assert.equal(nearestWord('wfi', listOf(SITE), { isUnfinished: true }), undefined);
});

test('the distance is the same both ways, and none from a word to itself', () => {
  const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(errorsBetween(one, other, 99), errorsBetween(other, one, 99));
      assert.equal(errorsBetween(one, one, 0), 0);
    }),
  );
});

test('a word of the site is its own nearest word', () => {
  for (const word of Object.keys(SITE)) assert.equal(nearest(word), word);
});

function nearest(typed: string): string | undefined {
  return nearestWord(typed, listOf(SITE));
}

function listOf(frequencies: Record<string, number>) {
  return { words: Object.keys(frequencies), frequencies: Object.values(frequencies) };
}
