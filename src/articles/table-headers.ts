import type { Element, ElementContent, RootContent } from 'hast';
import { isParent, textOf, type Tree, type TreeNode } from './tree.ts';

/**
 * Markdown has headers for columns only. Where the corner names nothing, the first cell of each row is what names it:
 * it becomes the header of the row, and the corner a plain cell (WCAG 1.3.1, H63).
 */
export function withTableHeaders(tree: Tree): Tree {
  const name = (node: TreeNode): TreeNode => {
    if (isNamed(node, 'table') && hasEmptyCorner(node)) return withRowHeaders(node);
    return isParent(node) ? ({ ...node, children: node.children.map(name) } as TreeNode) : node;
  };
  return { ...tree, children: tree.children.map(name) as RootContent[] };
}

function hasEmptyCorner(table: Element): boolean {
  const [row] = cellsIn(table);
  const [corner, ...others] = row ?? [];
  return corner?.tagName === 'th' && textOf(corner).trim() === '' && others.length > 0;
}

function withRowHeaders(table: Element): Element {
  const [top = [], ...rows] = cellsIn(table);
  const [corner, ...columns] = top;
  const named = new Map<Element, Element>();
  if (corner) named.set(corner, { ...corner, tagName: 'td' });
  for (const column of columns) named.set(column, withScope(column, 'col'));
  for (const [first] of rows) if (first) named.set(first, withScope(first, 'row'));
  const replace = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    return named.get(node) ?? { ...node, children: node.children.map(replace) };
  };
  return { ...table, children: table.children.map(replace) };
}

function withScope(cell: Element, scope: 'col' | 'row'): Element {
  return { ...cell, tagName: 'th', properties: { ...cell.properties, scope } };
}

/** The cells of each row, from top to bottom. */
function cellsIn(node: Element): Element[][] {
  const inner = node.children.filter((child) => child.type === 'element');
  if (node.tagName === 'tr') return [inner.filter(({ tagName }) => tagName === 'th' || tagName === 'td')];
  return inner.flatMap(cellsIn);
}

function isNamed(node: TreeNode, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}
