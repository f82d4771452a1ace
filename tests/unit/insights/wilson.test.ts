import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { verdictOn, wilson } from '../../../src/insights/wilson.ts';

// Bounds as Newcombe gives them in Statistics in Medicine 17 (1998), table I, method 3, and exact ends.
for (const [times, of, lower, upper] of [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [29, 29, 0.883, 1],
] as const) {
  test(`of ${times} of ${of} the share lies between ${lower} and ${upper}`, () => {
    const interval = wilson(times, of);

    assert.deepEqual(
      [interval.lower, interval.upper].map((bound) => Math.round(bound * 1e4) / 1e4),
      [lower, upper],
    );
  });
}

test('few votes that all say no claim less than many that mostly do', () => {
  assert.ok(wilson(3, 3).lower < wilson(280, 400).lower);
});

test('of nothing nothing is known', () => {
  assert.deepEqual(wilson(0, 0), { lower: 0, upper: 1 });
});

for (const [before, after, verdict] of [
  [[105, 195], [112, 8], 'better'],
  [[225, 25], [82, 68], 'worse'],
  [[10, 2], [9, 3], 'not sure'],
  [[0, 3], [3, 0], 'better'],
  [[0, 1], [1, 0], 'not sure'],
  [[0, 60], [0, 0], 'not sure'],
  [[0, 0], [0, 0], 'not sure'],
] as const) {
  test(`${before.join(' yes, ')} no, and then ${after.join(' yes, ')} no, is ${verdict}`, () => {
    const [was, is] = [before, after].map(([yes, no]) => ({ yes, no }));
    assert.ok(was && is);

    assert.equal(verdictOn(was, is), verdict);
  });
}

test('the share that was seen lies within, and more of the same makes the interval narrower', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 2, max: 50 }), (yes, no, times) => {
      fc.pre(yes + no > 0);
      const [few, many] = [wilson(no, yes + no), wilson(no * times, (yes + no) * times)];
      const share = no / (yes + no);

      assert.ok(few.lower <= share + 1e-9 && share <= few.upper + 1e-9);
      assert.ok(many.lower >= few.lower - 1e-9 && many.upper <= few.upper + 1e-9);
    }),
  );
});
