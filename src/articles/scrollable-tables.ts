import type { Element, RootContent } from 'hast';
import { article as words } from '../strings/en/article.ts';
import { isParent, textOf, type Tree, type TreeNode } from './tree.ts';

/** Puts every table into a frame that scrolls sideways by keyboard too, so that the table itself stays a table. */
export function withScrollableTables(tree: Tree): Tree {
  const frame = (node: TreeNode): TreeNode => {
    const inner = isParent(node) ? ({ ...node, children: node.children.map(frame) } as TreeNode) : node;
    if (inner.type !== 'element' || inner.tagName !== 'table') return inner;
    const properties = { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: words.table(headersOf(inner)) };
    return { type: 'element', tagName: 'div', properties, children: [inner] };
  };
  return { ...tree, children: tree.children.map(frame) as RootContent[] };
}

function headersOf(table: Element): string {
  const headers: string[] = [];
  const look = (node: TreeNode) => {
    if (node.type === 'element' && node.tagName === 'th') headers.push(textOf(node).trim());
    else if (isParent(node)) node.children.forEach(look);
  };
  look(table);
  return headers.filter(Boolean).join(', ');
}
