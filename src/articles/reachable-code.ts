import type { RootContent } from 'hast';
import { isParent, type Tree, type TreeNode } from './tree.ts';

/** Lets blocks of code, whose long lines scroll sideways, be reached and scrolled by keyboard (WCAG 2.1.1). */
export function withReachableCode(tree: Tree, name: string): Tree {
  const reach = (node: TreeNode): TreeNode => {
    if (node.type === 'element' && node.tagName === 'pre') {
      return { ...node, properties: { ...node.properties, role: 'group', tabIndex: 0, ariaLabel: name } };
    }
    return isParent(node) ? ({ ...node, children: node.children.map(reach) } as TreeNode) : node;
  };
  return { ...tree, children: tree.children.map(reach) as RootContent[] };
}
