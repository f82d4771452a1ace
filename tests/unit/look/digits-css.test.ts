import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitsCss } from '../../../src/look/digits-css.ts';

test('a site in a language with digits of its own numbers steps and lists in them', () => {
  assert.equal(
    digitsCss('ar-EG'),
    '@layer tokens{:root{--digits:arabic-indic}}@layer base{ol{list-style-type:arabic-indic}}',
  );
  assert.match(digitsCss('fa'), /--digits:persian/);
});

test('a site that counts from 0 to 9 adds nothing to its pages', () => {
  for (const language of ['en-GB', 'de', 'he', 'ar-MA', 'zh-Hant']) assert.equal(digitsCss(language), '', language);
});
