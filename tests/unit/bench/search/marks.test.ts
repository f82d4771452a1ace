import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksOf } from '../../../bench/search/marks.ts';

test('the only answer in the first place is worth everything', () => {
  const marks = marksOf(['a', 'b'], ['a']);

  assert.deepEqual(marks, { ndcg: 1, reciprocalRank: 1, recall5: 1, recall10: 1, nothing: 0 });
});

test('an answer further down is worth less, and in the sixth place it is not among five', () => {
  const marks = marksOf(['b', 'c', 'd', 'e', 'f', 'a'], ['a']);

  assert.deepEqual(marks, { ndcg: 1 / Math.log2(7), reciprocalRank: 1 / 6, recall5: 0, recall10: 1, nothing: 0 });
});

test('of two answers one is worth less than both', () => {
  const [one, both] = [marksOf(['a', 'x'], ['a', 'b']), marksOf(['a', 'b'], ['a', 'b'])];

  assert.equal(both.ndcg, 1);
  assert.equal(one.recall10, 0.5);
  assert.ok(one.ndcg > 0.5 && one.ndcg < 1);
});

test('what stands behind the tenth place counts for nothing, and yet something was found', () => {
  const marks = marksOf([...'bcdefghijk', 'a'], ['a']);

  assert.deepEqual(marks, { ndcg: 0, reciprocalRank: 0, recall5: 0, recall10: 0, nothing: 0 });
});

test('nothing found is said', () => {
  const marks = marksOf([], ['a']);

  assert.equal(marks.nothing, 1);
  assert.equal(marks.ndcg, 0);
});

test('an article that is shown twice takes no place twice', () => {
  const marks = marksOf(['b', 'b', 'a', 'a'], ['a']);

  assert.equal(marks.reciprocalRank, 1 / 2);
  assert.equal(marks.recall10, 1);
});
