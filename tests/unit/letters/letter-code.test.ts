import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLetterCode, letterCode } from '../../../src/letters/letter-code.ts';

const SECRET = Buffer.from('a secret that is long enough to use');
const code = letterCode(SECRET, 'e1', 'reader@example.com');

test('a code is 128 bits that fit into an address, and is the same each time, whatever the case', () => {
  const again = letterCode(SECRET, 'e1', 'Reader@Example.com');

  assert.match(code, /^[A-Za-z0-9_-]{22}$/);
  assert.equal(again, code);
});

for (const [what, given, secret, id, email] of [
  ['of another request', code, SECRET, 'e2', 'reader@example.com'],
  ['of another address', code, SECRET, 'e1', 'other@example.com'],
  ['of another secret', code, Buffer.from('another secret, as long as the first'), 'e1', 'reader@example.com'],
  ['that is empty', '', SECRET, 'e1', 'reader@example.com'],
  ['that is longer', `${code}A`, SECRET, 'e1', 'reader@example.com'],
  ['of other characters that are as many', 'é'.repeat(11), SECRET, 'e1', 'reader@example.com'],
] as const) {
  test(`a code ${what} is none`, () => {
    assert.equal(isLetterCode(given, secret, id, email), false);
  });
}

test('the code itself is one', () => {
  assert.equal(isLetterCode(code, SECRET, 'e1', 'READER@example.com'), true);
});
