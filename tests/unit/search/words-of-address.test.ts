import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfAddress } from '../../../src/search/words-of-address.ts';

test('the last part of an address is searched for without its hyphens', () => {
  assert.equal(wordsOfAddress('/kb/restore-a_file.html/'), 'restore a file html');
});

test('letters of any alphabet are decoded', () => {
  assert.equal(wordsOfAddress('/kb/%C3%BCber-uns'), 'über uns');
});

test('what cannot be decoded is left out, and the rest is kept', () => {
  assert.equal(wordsOfAddress('/%E0%A4%A/'), '');
  assert.equal(wordsOfAddress('/kb/restore%E9-a-file%'), 'restore a file');
});

test('the home address means nothing', () => {
  assert.equal(wordsOfAddress('/'), '');
});
