import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { withReachableCode } from '../../../src/articles/reachable-code.ts';
import { treeOf } from '../../fixtures/editions.ts';

test('a block of code is reached by keyboard, and has a name', () => {
  const tree = treeOf('```\nnlctl policy status\n```');

  const [block] = withReachableCode(tree, 'Code').children as Element[];

  assert.deepEqual(
    [block?.tagName, block?.properties['role'], block?.properties['tabIndex'], block?.properties['ariaLabel']],
    ['pre', 'group', 0, 'Code'],
  );
});

test('code within a sentence is text like any other', () => {
  const tree = treeOf('Run `nlctl policy status`.');

  assert.deepEqual(withReachableCode(tree, 'Code'), tree);
});
