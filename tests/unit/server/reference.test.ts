import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReference } from '../../../src/server/reference.ts';

test('a reference is two groups of four, without letters that are mistaken for others', () => {
  const references = Array.from({ length: 500 }, () => newReference());

  for (const reference of references) assert.match(reference, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(new Set(references).size, 500);
});

test('a reference follows from its bytes', () => {
  assert.equal(newReference(new Uint8Array([0, 1, 9, 10, 31, 32, 255, 18])), '019A-Z0ZJ');
});
