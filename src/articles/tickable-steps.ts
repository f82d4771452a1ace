import type { Element, ElementContent, RootContent } from 'hast';
import { isParent, isTag, textOf, type Tree, type TreeNode } from './tree.ts';

const MAX_STEP_TEXT = 160;

/**
 * Gives every step of `<Steps>` a tick box that belongs to the form `form`, so that ticks are sent along without
 * JavaScript too. The value of a box is the text of its step.
 */
export function withTickableSteps(tree: Tree, form: string): Tree {
  return { ...tree, children: tree.children.map((node) => tickable(node, form, false)) as RootContent[] };
}

function tickable(node: TreeNode, form: string, inSteps: boolean): TreeNode {
  if (!isParent(node)) return node;
  const isList = inSteps && node.type === 'element' && node.tagName === 'ol';
  const inside = isTag(node) && node.name === 'Steps';
  let number = 0;
  const children = node.children.map((child) => {
    if (!isList || child.type !== 'element' || child.tagName !== 'li') return tickable(child, form, inside);
    number += 1;
    return step(child, number, form);
  });
  return { ...node, children } as TreeNode;
}

function step(item: Element, number: number, form: string): Element {
  const value = stepText(item);
  const box: Element = {
    type: 'element',
    tagName: 'input',
    properties: {
      type: 'checkbox',
      name: 'step',
      value,
      form,
      autoComplete: ['off'],
      ariaLabel: `Step ${number} done`,
    },
    children: [],
  };
  const label: Element = { type: 'element', tagName: 'label', properties: { className: ['tick'] }, children: [box] };
  const body: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['step'] },
    children: item.children.map((child) => tickable(child, form, false)) as ElementContent[],
  };
  return { ...item, children: [label, body] };
}

/** What a step says, short enough to be sent along. */
export function stepText(item: Element): string {
  const text = textOf(item).replace(/\s+/g, ' ').trim();
  return text.length > MAX_STEP_TEXT ? `${text.slice(0, MAX_STEP_TEXT - 1)}…` : text;
}
