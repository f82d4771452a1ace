import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { withScrollableTables } from '../../../src/articles/scrollable-tables.ts';
import { treeOf } from '../../fixtures/editions.ts';

test('a table stands in a frame that the keyboard reaches, named after its columns', () => {
  const tree = treeOf('| Code | Meaning |\n|---|---|\n| NL-1042 | The disk is full. |');

  const framed = withScrollableTables(tree).children.find((node) => node.type === 'element') as Element;

  assert.equal(framed.tagName, 'div');
  assert.deepEqual(framed.properties, {
    className: ['table'],
    role: 'group',
    tabIndex: 0,
    ariaLabel: 'Table: Code, Meaning',
  });
  assert.equal((framed.children[0] as Element).tagName, 'table');
});

test('a text without a table stays as it is', () => {
  const tree = treeOf('Nothing to see.');

  assert.deepEqual(withScrollableTables(tree), tree);
});
