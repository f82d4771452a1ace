import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withTypingError } from '../../../bench/search/typing-error.ts';

test('two neighbouring letters of the longest word change places, and nothing else does', () => {
  const mistyped = withTypingError('How do I print an envelope?', 1);

  assert.match(mistyped, /^How do I print an e\w{7}\?$/);
  assert.notEqual(mistyped, 'How do I print an envelope?');
});

test('the same seed makes the same error, another seed another one', () => {
  const errors = [1, 1, 2, 3, 4, 5].map((seed) => withTypingError('authentication', seed));

  assert.equal(errors[0], errors[1]);
  assert.ok(new Set(errors).size > 1);
});

test('a question without a word that can be mistyped stays as it is', () => {
  const questions = ['', '4.2.1', 'a b', 'aaa', '🙂 ?!', 'Oo'];

  const mistyped = questions.map((question) => withTypingError(question, 7));

  assert.deepEqual(mistyped, questions);
});

test('where the longest word has no two letters that differ, the next one is mistyped', () => {
  const mistyped = withTypingError('zzzzzzzz disk', 3);

  assert.match(mistyped, /^zzzzzzzz d(?:sik|iks)$/);
});

test('the first letter of a word stays, and letters that differ by case alone are not swapped', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z ]{0,30}$/), fc.nat(), (question, seed) => {
      const mistyped = withTypingError(question, seed);
      const firsts = (text: string) => text.split(' ').map((word) => word.charAt(0));

      assert.deepEqual(firsts(mistyped), firsts(question));
      assert.deepEqual([...mistyped].sort(), [...question].sort());
      assert.equal(mistyped.toLowerCase() === question.toLowerCase(), mistyped === question);
    }),
  );
});
