import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../fixtures/at.ts';
import { inText } from '../fixtures/in-text.ts';
import '../fixtures/tell-moments-apart.ts';

const NINE = at('2026-11-23T09:00Z');
const TEN = at('2026-11-23T10:00Z');

for (const [where, found, wanted] of [
  ['by itself', NINE, TEN],
  ['in a field', [{ until: NINE }], [{ until: TEN }]],
  ['in a map', new Map([['until', NINE]]), new Map([['until', TEN]])],
  ['where it should not be', { until: NINE }, {}],
] as const) {
  test(`a moment that is compared ${where} fails, for any two of them pass for equal`, () => {
    for (const compare of [assert.deepEqual, assert.deepStrictEqual, assert.partialDeepStrictEqual])
      assert.throws(() => void compare(found, wanted), /takes any two Temporal values for equal\. Compare inText/);
  });
}

test('in text, moments differ where their times do', () => {
  assert.deepEqual(inText({ until: NINE }), { until: '2026-11-23T09:00:00Z' });
  assert.notDeepEqual(inText({ until: NINE }), inText({ until: TEN }));
});
