import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerFirst } from '../../../src/strings/lower-first.ts';

for (const [title, inSentence] of [
  ['At home', 'at home'],
  ['A school', 'a school'],
  ['IT staff', 'IT staff'],
  ['at home', 'at home'],
  ['', ''],
] as const) {
  test(`"${title}" goes on a sentence as "${inSentence}"`, () => {
    assert.equal(lowerFirst(title), inSentence);
  });
}
