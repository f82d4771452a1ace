import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  completions,
  readVocabulary,
  writeVocabulary,
  type Vocabulary,
} from '../../../../src/search/index/vocabulary.ts';

test('a list of words is read as it was written', () => {
  const letters = fc.constantFrom(...'abcdeéßжर備'.split(''));
  const word = fc.array(letters, { minLength: 1, maxLength: 50 }).map((parts) => parts.join(''));
  const words = fc.uniqueArray(word).map((list) => list.sort((a, b) => (a < b ? -1 : 1)));
  fc.assert(
    fc.property(words, fc.nat(9), (list, most) => {
      const vocabulary: Vocabulary = { words: list, frequencies: list.map((_, index) => index % (most + 1)) };

      assert.deepEqual(readVocabulary(writeVocabulary(vocabulary)), vocabulary);
    }),
  );
});

test('a beginning is completed to the most common words first, and then the shortest', () => {
  const vocabulary = listOf({ pain: 1, paper: 4, print: 3, printed: 5, printer: 3, queue: 9 });

  assert.deepEqual(completions(vocabulary, 'prin', 2), ['printed', 'print']);
  assert.deepEqual(completions(vocabulary, 'p', 9), ['printed', 'paper', 'print', 'printer', 'pain']);
  assert.deepEqual(completions(vocabulary, 'x', 9), []);
});

function listOf(frequencies: Record<string, number>): Vocabulary {
  return { words: Object.keys(frequencies), frequencies: Object.values(frequencies) };
}
