import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from '../../../src/server/canonical-json.ts';

test('the order of fields, absent ones and empty lists do not matter', () => {
  const one = canonicalJson({ b: 1, a: { d: [], c: undefined, e: 'x' } });
  const other = canonicalJson({ a: { e: 'x' }, b: 1 });

  assert.equal(one, other);
  assert.equal(one, '{"a":{"e":"x"},"b":1}');
});

test('the order of a list and every value matter', () => {
  const all = [[1, 2], [2, 1], ['1', 2], [1, 2, null], { a: null }, { a: '' }, {}].map(canonicalJson);

  assert.equal(new Set(all).size, all.length);
});
