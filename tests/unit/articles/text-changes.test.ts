import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textChanges } from '../../../src/articles/text-changes.ts';

test('what stayed stands between what is gone and what is new', () => {
  const changes = textChanges(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd', 'e']);

  assert.deepEqual(
    changes.map(({ kind, line }) => `${kind} ${line}`),
    ['same a', 'gone b', 'new x', 'same c', 'same d', 'new e'],
  );
});

test('either text can be read out of the changes, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = textChanges(before, after);

      const without = (left: string) => changes.filter(({ kind }) => kind !== left).map(({ line }) => line);
      assert.deepEqual([without('new'), without('gone')], [before, after]);
    }),
  );
});

test('texts of which hardly a line is the same are shown one after the other, soon enough', () => {
  const lines = (name: string) => Array.from({ length: 5_000 }, (_, index) => `${name} ${index}`);

  const changes = textChanges(lines('before'), lines('after'));

  assert.deepEqual([changes.length, changes[0]?.kind, changes.at(-1)?.kind], [10_000, 'gone', 'new']);
});
