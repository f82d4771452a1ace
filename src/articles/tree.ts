import type { Element, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';

/** The body of an article as hast (the syntax tree of HTML) with MDX tags in it. */
export type Tree = Root;
export type TreeNode = Root | RootContent;
export type TagNode = MdxJsxFlowElementHast | MdxJsxTextElementHast;
export type Parent = Root | Element | TagNode;

export function isTag(node: TreeNode): node is TagNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export function isParent(node: TreeNode): node is Parent {
  return 'children' in node;
}

export function lineOf(node: TreeNode): number | undefined {
  return node.position?.start.line;
}

/** Attributes that are written as text; `undefined` stands for one that holds code. */
export function attributesOf(tag: TagNode): Record<string, string | undefined> {
  return Object.fromEntries(
    tag.attributes.map((attribute) =>
      attribute.type === 'mdxJsxAttribute'
        ? [
            attribute.name,
            attribute.value === null ? '' : typeof attribute.value === 'string' ? attribute.value : undefined,
          ]
        : ['{…}', undefined],
    ),
  );
}

/** Attributes without those that hold code; `check` reports these. */
export function textAttributesOf(tag: TagNode): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributesOf(tag)).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** All text below `node`, as a reader sees it, without adding space between blocks. */
export function textOf(node: TreeNode): string {
  if (node.type === 'text') return node.value;
  return isParent(node) ? node.children.map(textOf).join('') : '';
}

/** `node` without what only the compiler needs, for comparing and hashing. */
export function withoutPositions(node: TreeNode): object {
  const { position: _position, data: _data, ...rest } = node;
  return isParent(node) ? { ...rest, children: node.children.map(withoutPositions) } : rest;
}
