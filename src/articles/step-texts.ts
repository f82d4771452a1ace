import { isParent, isTag, type Tree, type TreeNode } from './tree.ts';
import { stepText } from './tickable-steps.ts';

/** The texts of all steps of a variant, in order, as the tick boxes carry them. */
export function stepTexts(tree: Tree): string[] {
  return textsBelow(tree, false);
}

function textsBelow(node: TreeNode, inSteps: boolean): string[] {
  if (!isParent(node)) return [];
  const isList = inSteps && node.type === 'element' && node.tagName === 'ol';
  const inside = isTag(node) && node.name === 'Steps';
  return node.children.flatMap((child) => {
    const isStep = isList && child.type === 'element' && child.tagName === 'li';
    return [...(isStep ? [stepText(child)] : []), ...textsBelow(child, inside)];
  });
}
