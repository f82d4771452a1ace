import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepChanges } from '../../../src/variants/step-changes.ts';

test('the same steps give no change', () => {
  const changes = stepChanges(['Open Files.', 'Restore.'], ['Open Files.', 'Restore.']);

  assert.deepEqual(changes, []);
});

test('a step that reads otherwise stands beside the one that it becomes', () => {
  const changes = stepChanges(
    ['Open Files.', 'Choose More.', 'Restore.'],
    ['Open Files.', 'Choose History.', 'Restore.'],
  );

  assert.deepEqual(changes, [{ here: ['Choose More.'], there: ['Choose History.'] }]);
});

test('steps that only one of the two has are told apart', () => {
  const changes = stepChanges(['A', 'only here', 'B', 'C'], ['A', 'B', 'only there', 'C']);

  assert.deepEqual(changes, [
    { here: ['only here'], there: [] },
    { here: [], there: ['only there'] },
  ]);
});

test('with no step here, all of there is one change', () => {
  const changes = stepChanges([], ['A', 'B']);

  assert.deepEqual(changes, [{ here: [], there: ['A', 'B'] }]);
});

test('steps that are the same in another order are not lost', () => {
  const changes = stepChanges(['A', 'B'], ['B', 'A']);

  assert.deepEqual(changes.flatMap(({ here }) => here).sort(), changes.flatMap(({ there }) => there).sort());
  assert.equal(changes.flatMap(({ here }) => here).length, 1);
});
