import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressHash, mailboxHash, mailboxOf } from '../../../src/letters/address-hash.ts';

const SECRET = Buffer.from('a secret that is long enough to use');

test('an address is the same in any case, and cannot be read from its hash', () => {
  const hash = addressHash(SECRET, 'Jo@Example.com');

  assert.equal(hash, addressHash(SECRET, 'jo@example.com'));
  assert.doesNotMatch(hash, /jo|example/i);
});

test('another secret makes another hash', () => {
  assert.notEqual(addressHash(SECRET, 'jo@example.com'), addressHash(Buffer.from('other'), 'jo@example.com'));
});

test('tags lead to one mailbox, but are addresses of their own', () => {
  assert.equal(mailboxHash(SECRET, 'jo+1@example.com'), mailboxHash(SECRET, 'Jo+shop+2@example.com'));
  assert.notEqual(addressHash(SECRET, 'jo+1@example.com'), addressHash(SECRET, 'jo+2@example.com'));
});

for (const [email, mailbox] of [
  ['jo@example.com', 'jo@example.com'],
  ['Jo+x@example.com', 'jo@example.com'],
  ['jo+@example.com', 'jo@example.com'],
  ['+jo@example.com', '+jo@example.com'],
  ['++jo@example.com', '++jo@example.com'],
  ['jo@exa+mple.com', 'jo@exa+mple.com'],
] as const) {
  test(`the mailbox of ${email} is ${mailbox}`, () => {
    assert.equal(mailboxOf(email), mailbox);
  });
}
