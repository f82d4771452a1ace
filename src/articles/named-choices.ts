import type { RootContent } from 'hast';
import { isParent, isTag, type Tree, type TreeNode } from './tree.ts';

/** Gives the options of one `<Choice>` a common `group`, so that opening one closes the others. */
export function withNamedChoices(tree: Tree): Tree {
  let choices = 0;
  const named = (node: TreeNode, group: string | undefined): TreeNode => {
    if (!isParent(node)) return node;
    const isChoice = isTag(node) && node.name === 'Choice';
    const inner = isChoice ? `choice:${++choices}` : group;
    const children = node.children.map((child) => named(child, inner));
    if (!isTag(node) || inner === undefined || (!isChoice && node.name !== 'Option'))
      return { ...node, children } as TreeNode;
    return {
      ...node,
      attributes: [...node.attributes, { type: 'mdxJsxAttribute', name: 'group', value: inner }],
      children,
    } as TreeNode;
  };
  return { ...tree, children: tree.children.map((node) => named(node, undefined)) as RootContent[] };
}
