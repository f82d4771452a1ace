import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanInterval, ratioInterval } from '../../../bench/search/bootstrap.ts';

const HALVES = Array.from({ length: 400 }, (_, place) => place % 2);

test('the interval lies around the mean, as wide as theory says', () => {
  const { value, low, high } = meanInterval(HALVES);

  assert.equal(value, 0.5);
  // 1.96 standard errors of a fair coin thrown 400 times.
  assert.ok(Math.abs(high - low - 2 * 1.96 * 0.025) < 0.01, `${low} to ${high}`);
});

test('the same values have the same interval in every run', () => {
  const intervals = [meanInterval(HALVES), meanInterval(HALVES)];

  assert.deepEqual(intervals[0], intervals[1]);
});

test('values that never differ leave nothing open', () => {
  const interval = meanInterval([0.5, 0.5, 0.5]);

  assert.deepEqual(interval, { value: 0.5, low: 0.5, high: 0.5 });
});

test('a ratio is taken of the same questions, so that what is always double is certain to be', () => {
  const interval = ratioInterval(
    HALVES.map((value) => value + 1),
    HALVES.map((value) => (value + 1) / 2),
  );

  assert.deepEqual(interval, { value: 2, low: 2, high: 2 });
});

test('nothing beside nothing is equal, and no values have no interval', () => {
  const [ratio, mean] = [ratioInterval([0, 0], [0, 0]), meanInterval([])];

  assert.deepEqual(ratio, { value: 1, low: 1, high: 1 });
  assert.deepEqual(mean, { value: 0, low: 0, high: 0 });
});
