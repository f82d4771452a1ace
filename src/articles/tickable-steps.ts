import type { Element, ElementContent, RootContent } from 'hast';
import { article as words } from '../strings/en/article.ts';
import { isParent, isTag, textOf, type Tree, type TreeNode } from './tree.ts';

const MAX_STEP_TEXT = 160;

/** A step where it stands: `number` within its list, `place` within the article, both counted from 1. */
type Step = { number: number; place: number; text: string };

/**
 * Gives every step of `<Steps>` a tick box that belongs to the form `form`, so that ticks are sent along without
 * JavaScript too. The value of a box is the place of its step, as in `stepTexts`.
 */
export function withTickableSteps(tree: Tree, form: string): Tree {
  return mapSteps(tree, (item, { number, place }) => ({
    ...item,
    properties: { ...item.properties, id: stepAnchor(place) },
    children: [tickBox(number, place, form), stepBody(item.children)],
  }));
}

/** The anchor of a step. Headings have none with a colon in it. */
export function stepAnchor(place: number): string {
  return `step:${place}`;
}

/** The texts of all steps of a variant, in order, short enough to be sent along. */
export function stepTexts(tree: Tree): string[] {
  const texts: string[] = [];
  mapSteps(tree, (item, { place, text }) => {
    texts[place - 1] = text;
    return item;
  });
  return texts;
}

/** Changes every item of a numbered list that stands right in a `<Steps>`, inner ones first. */
function mapSteps(tree: Tree, change: (item: Element, step: Step) => Element): Tree {
  let steps = 0;
  const map = (node: TreeNode, inSteps: boolean): TreeNode => {
    if (!isParent(node)) return node;
    const isList = inSteps && node.type === 'element' && node.tagName === 'ol';
    const isSteps = isTag(node) && node.name === 'Steps';
    let number = 0;
    const children = (node.children as TreeNode[]).map((child) => {
      if (!isList || child.type !== 'element' || child.tagName !== 'li') return map(child, isSteps);
      const step = { number: ++number, place: ++steps, text: stepText(child) };
      return change(map(child, false) as Element, step);
    });
    return { ...node, children } as TreeNode;
  };
  return { ...tree, children: tree.children.map((node) => map(node, false)) as RootContent[] };
}

function tickBox(number: number, place: number, form: string): Element {
  const box: Element = {
    type: 'element',
    tagName: 'input',
    properties: {
      type: 'checkbox',
      name: 'step',
      value: String(place),
      form,
      ariaLabel: words.stepDone(number),
    },
    children: [],
  };
  return { type: 'element', tagName: 'label', properties: { className: ['tick'] }, children: [box] };
}

function stepBody(children: readonly ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: { className: ['step'] }, children: [...children] };
}

function stepText(item: Element): string {
  const text = textOf(item).replace(/\s+/g, ' ').trim();
  return text.length > MAX_STEP_TEXT ? `${text.slice(0, MAX_STEP_TEXT - 1)}…` : text;
}
