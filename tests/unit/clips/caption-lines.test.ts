import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captionLines } from '../../../src/clips/caption-lines.ts';

test('a short caption stays on one line', () => {
  assert.deepEqual(captionLines('Choose Files, and go to the file.'), ['Choose Files, and go to the file.']);
});

test('a longer caption is broken into two lines of about the same length', () => {
  const lines = captionLines('First close the file everywhere. A program may save the wrong text again.');

  assert.deepEqual(lines, ['First close the file everywhere. A', 'program may save the wrong text again.']);
});

test('one long word is not broken', () => {
  const word = 'a'.repeat(60);

  assert.deepEqual(captionLines(word), [word]);
});
