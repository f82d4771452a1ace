import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newNonce, readNonce } from '../../../../src/server/abuse/nonce.ts';

const SECRET = Buffer.from('a secret that is long enough to use');
const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const nonce = newNonce(SECRET, 'restore-a-file', NOW, randomBytes(16));

for (const { it, after, isFresh, isTooFast } of [
  { it: 'sent after a minute is fresh', after: { minutes: 1 }, isFresh: true, isTooFast: false },
  { it: 'sent at once is too fast', after: { milliseconds: 1_999 }, isFresh: true, isTooFast: true },
  { it: 'sent after two seconds is in time', after: { seconds: 2 }, isFresh: true, isTooFast: false },
  { it: 'sent after a day is old, and still known', after: { hours: 24 }, isFresh: false, isTooFast: false },
  {
    it: 'made by a server whose clock is ahead is not too fast',
    after: { seconds: -3 },
    isFresh: true,
    isTooFast: false,
  },
]) {
  test(`a nonce ${it}`, () => {
    assert.deepEqual(readNonce(SECRET, 'restore-a-file', nonce, NOW.add(after)), { isFresh, isTooFast });
  });
}

test('a nonce is a key that goes into a header and a form as it is, and no two are the same', () => {
  const other = newNonce(SECRET, 'restore-a-file', NOW, randomBytes(16));

  assert.match(nonce, /^p1\.[\w-]{22}\.[0-9a-z]+\.[\w-]{22}$/);
  assert.notEqual(nonce, other);
});

for (const [it, read] of [
  ['another secret', () => readNonce(Buffer.from('another secret, long enough to use'), 'restore-a-file', nonce, NOW)],
  ['another page', () => readNonce(SECRET, 'share-a-folder', nonce, NOW)],
  ['another time', () => readNonce(SECRET, 'restore-a-file', nonce.replace(/\.([0-9a-z]+)\./, '.zzzzzzzz.'), NOW)],
  ['a key of the reader’s own', () => readNonce(SECRET, 'restore-a-file', 'a-form', NOW)],
  ['nothing', () => readNonce(SECRET, 'restore-a-file', '', NOW)],
  [
    'an instant that no calendar has',
    () => readNonce(SECRET, 'x', `p1.${'a'.repeat(22)}.zzzzzzzzzzz.${'a'.repeat(22)}`, NOW),
  ],
] as const) {
  test(`${it} is no nonce of this page`, () => {
    assert.equal(read(), undefined);
  });
}
