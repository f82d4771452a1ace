import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterMs } from '../../../../src/help-desks/http/retry-after.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

test('Retry-After is read in seconds and as a date', () => {
  assert.equal(retryAfterMs('120', now), 120_000);
  assert.equal(retryAfterMs(' 0 ', now), 0);
  assert.equal(retryAfterMs('Mon, 23 Nov 2026 09:00:30 GMT', now), 30_000);
});

test('a date that is over asks for no wait, and what is neither says nothing', () => {
  assert.equal(retryAfterMs('Mon, 23 Nov 2026 08:00:00 GMT', now), 0);
  for (const written of [undefined, '', 'soon', '-5', '1.5', '1e9', '99999999999', '2027-01-01']) {
    assert.equal(retryAfterMs(written, now), undefined, `${written}`);
  }
});
