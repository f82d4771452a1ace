import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTableHeaders } from '../../../src/articles/table-headers.ts';
import { isParent, type Tree, type TreeNode } from '../../../src/articles/tree.ts';
import { treeOf } from '../../fixtures/editions.ts';

test('where the corner names nothing, the first cell of each row is its header', () => {
  const tree = treeOf('| | Sync 4 | Sync 5 |\n|---|---|---|\n| Find it | Snapshots | History |\n| Undo | no | yes |');

  const cells = cellsOf(withTableHeaders(tree));

  assert.deepEqual(cells, ['td', 'th col', 'th col', 'th row', 'td', 'td', 'th row', 'td', 'td']);
});

test('a table whose columns all have names stays as it is', () => {
  const tree = treeOf('| Code | Meaning |\n|---|---|\n| NL-1042 | The disk is full. |');

  assert.deepEqual(withTableHeaders(tree), tree);
});

function cellsOf(tree: Tree): string[] {
  const look = (node: TreeNode): string[] => {
    if (node.type === 'element' && (node.tagName === 'th' || node.tagName === 'td')) {
      const { scope } = node.properties;
      return [typeof scope === 'string' ? `${node.tagName} ${scope}` : node.tagName];
    }
    return isParent(node) ? (node.children as TreeNode[]).flatMap(look) : [];
  };
  return look(tree);
}
