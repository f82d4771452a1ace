import type { Element } from 'hast';
import { isParent, lineOf, type TreeNode } from '../articles/tree.ts';

/** A picture as an article writes it: `![words](address "caption")`. */
export type WrittenPicture = {
  address: string;
  words: string;
  caption: string | undefined;
  line: number | undefined;
  /** Whether it stands in a paragraph of its own, and not within a line of text. */
  isAlone: boolean;
};

/** Before the address of a picture that says nothing, so that leaving out its words is no oversight. */
export const DECORATION = 'decoration:';

/** The pictures of a body, in the order in which they stand. */
export function picturesIn(node: TreeNode, parent?: TreeNode): WrittenPicture[] {
  if (!isPicture(node)) return isParent(node) ? node.children.flatMap((child) => picturesIn(child, node)) : [];
  const { src, alt, title } = node.properties;
  return [
    {
      address: String(src ?? ''),
      words: String(alt ?? '').trim(),
      caption: typeof title === 'string' ? title : undefined,
      line: lineOf(node),
      isAlone: parent !== undefined && (onlyPictureOf(parent) === node || parent.type !== 'element'),
    },
  ];
}

export function isPicture(node: TreeNode): node is Element {
  return node.type === 'element' && node.tagName === 'img';
}

/** The picture of a paragraph that holds nothing else. */
export function onlyPictureOf(node: TreeNode): Element | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined;
  const [first, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return first && isPicture(first) && others.length === 0 ? first : undefined;
}
