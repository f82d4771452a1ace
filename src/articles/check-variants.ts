import type { Element } from 'hast';
import type { Product } from '../schema/catalogue.ts';
import type { Reader } from '../variants/reader.ts';
import { prune } from './prune.ts';
import { isParent, isTag, lineOf, textOf, type TagNode, type Tree, type TreeNode } from './tree.ts';

export type Found = { line: number | undefined; problem: string; fix: string };

/** What is wrong with one part of a variant; `fix` is for text without a `<For>`, `fixFor` for text with one. */
type Flaw = { part: TreeNode; is: string; fix: string; fixFor: string };

/** Tags that are a box, a list or an answer: without anything in them readers see that something is missing. */
const HOLDERS: readonly string[] = ['Short', 'Steps', 'Option', 'Why', 'Note', 'Caution'];

/** Whatever a variant leaves empty or unfinished, told for the first reader who would see it so. */
export function checkVariants(tree: Tree, product: Product, readers: readonly Reader[]): Found[] {
  const found = new Map<string, Found>();
  const conditional = hasConditions(tree);
  for (const reader of conditional ? readers : readers.slice(0, 1)) {
    const pruned = prune(tree, product, reader);
    const who = conditional ? `For version ${reader.version}, "${reader.audience}",` : undefined;
    const flawed = isEmpty(pruned) ? [bodyFound(tree, who)] : flaws(pruned).map((flaw) => flawFound(flaw, who));
    for (const { key, ...mistake } of flawed) if (!found.has(key)) found.set(key, mistake);
  }
  return [...found.values()];
}

export function hasConditions(node: TreeNode): boolean {
  return (
    isParent(node) && node.children.some((child) => (isTag(child) && child.name === 'For') || hasConditions(child))
  );
}

function bodyFound(tree: Tree, who: string | undefined): Found & { key: string } {
  return {
    key: 'body',
    line: tree.children.map(lineOf).find((line) => line !== undefined) ?? 1,
    problem: who ? `${who} nothing of the text is left.` : 'This article has no text.',
    fix: who
      ? 'Narrow versions or audiences above, or write what this reader should do.'
      : 'Write what the reader should do.',
  };
}

function flawFound({ part, is, fix, fixFor }: Flaw, who: string | undefined): Found & { key: string } {
  const name = nameOf(part);
  const line = lineOf(part);
  return {
    key: `${name} ${line}`,
    line,
    problem: who ? `${who} this ${name} ${is}.` : `This ${name} ${is}.`,
    fix: who ? fixFor : fix,
  };
}

/** Flaws from the outside in: what is empty is told once, not with each empty part in it. */
function flaws(node: TreeNode): Flaw[] {
  const here = flawOf(node);
  if (here) return [here];
  return isParent(node) ? node.children.flatMap(flaws) : [];
}

function flawOf(part: TreeNode): Flaw | undefined {
  if (isTag(part) && part.name === 'Choice') return choiceFlaw(part);
  if ((isHolder(part) || isStepOrHeading(part)) && isEmpty(part)) {
    return {
      part,
      is: 'is empty',
      fix: 'Write it, or delete it.',
      fixFor: `Put the whole ${nameOf(part)} into the <For>, or write what this reader should see.`,
    };
  }
  if (isHolder(part) && part.name === 'Steps' && !part.children.some(isNumberedList)) {
    const fix = 'Begin each step with "1. ", with an empty line after <Steps> and one before </Steps>.';
    return { part, is: 'holds no numbered list', fix, fixFor: fix };
  }
  if (part.type === 'element' && part.tagName === 'table' && !part.children.some(isRows)) {
    const fixFor = 'Put the whole table into the <For>, or write a row for this reader.';
    return { part, is: 'has no row below its heading', fix: 'Write one, or delete the table.', fixFor };
  }
  return undefined;
}

function choiceFlaw(part: TagNode): Flaw | undefined {
  const options = optionsOf(part);
  if (options > 1) return undefined;
  return {
    part,
    is: options === 0 ? 'has no <Option>' : 'has a single <Option>',
    fix: 'Write two or more as <Option answer="…">, or say it without a question.',
    fixFor: 'Put the whole <Choice> into the <For>, or write another <Option> for this reader.',
  };
}

function optionsOf(node: TreeNode): number {
  if (!isParent(node)) return 0;
  return node.children.reduce((sum, child) => {
    if (isTag(child) && child.name === 'Choice') return sum;
    return sum + (isTag(child) && child.name === 'Option' ? 1 : optionsOf(child));
  }, 0);
}

function nameOf(part: TreeNode): string {
  if (isTag(part)) return `<${part.name}>`;
  if (part.type !== 'element') return part.type;
  return part.tagName === 'li' ? 'step' : part.tagName === 'table' ? 'table' : 'heading';
}

function isHolder(node: TreeNode): node is TagNode {
  return isTag(node) && HOLDERS.includes(node.name ?? '');
}

function isStepOrHeading(node: TreeNode): node is Element {
  return node.type === 'element' && /^(li|h[1-6])$/.test(node.tagName);
}

function isNumberedList(node: TreeNode): boolean {
  return node.type === 'element' && node.tagName === 'ol';
}

function isRows(node: TreeNode): boolean {
  return node.type === 'element' && node.tagName === 'tbody';
}

/** A picture or a video says something too. */
function isEmpty(node: TreeNode): boolean {
  return textOf(node).trim() === '' && !holdsPicture(node);
}

function holdsPicture(node: TreeNode): boolean {
  if (node.type === 'element' && node.tagName === 'img') return true;
  if (isTag(node) && node.name === 'Video') return true;
  return isParent(node) && node.children.some(holdsPicture);
}
