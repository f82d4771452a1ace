import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../../src/strings/language-of.ts';

test('English strings on a site in British English are British', () => {
  assert.equal(languageOf('en', 'en-GB'), 'en-GB');
});

test('a room that is not translated stays in its own language', () => {
  assert.equal(languageOf('en', 'ar-EG'), 'en');
  assert.equal(languageOf('ar', 'ar-EG'), 'ar-EG');
});
