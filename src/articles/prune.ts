import type { Element, ElementContent, RootContent } from 'hast';
import type { Product } from '../schema/catalogue.ts';
import { holds, readCondition } from '../variants/condition.ts';
import type { Reader } from '../variants/reader.ts';
import { isPhrasing } from './as-read.ts';
import { isParent, isTag, textAttributesOf, type Parent, type TagNode, type Tree, type TreeNode } from './tree.ts';

/** What goes with all that it holds. Steps, cells and headings stay, so that `check` can name those left empty. */
const NOTHING_WITHOUT_TEXT = new Set([
  'a',
  'blockquote',
  'del',
  'em',
  'p',
  'strong',
  'tr',
  'abbr',
  'kbd',
  'sub',
  'sup',
  'tbody',
]);

/**
 * The tree as `reader` sees it: what a `<For>` hides is gone, with the link, the bold or the row of a table that held
 * nothing else; what it shows stands without the `<For>`; comments and frontmatter are gone. Everything later
 * (headings, text, pages, hashes) is made from this.
 */
export function prune(tree: Tree, product: Product, reader: Reader): Tree {
  return { type: 'root', children: pruneChildren(tree, product, reader) as RootContent[] };
}

function pruneChildren(parent: Parent, product: Product, reader: Reader): ElementContent[] {
  const groups = groupsOf(parent.children as ElementContent[]).map((group) =>
    group.flatMap((node): ElementContent[] => {
      if (isForTag(node)) return shows(node, product, reader) ? pruneChildren(node, product, reader) : [];
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'comment') return [];
      if (!isParent(node)) return [node];
      const pruned = { ...inLine(node), children: pruneChildren(node, product, reader) } as ElementContent;
      return isLeftEmpty(pruned, node) ? [] : [pruned];
    }),
  );
  const kept = groups.length > 1 || holdsBlocks(parent) ? onePerLine(groups.flatMap(wrapLooseText)) : groups.flat();
  return isTag(parent) && parent.name === 'Steps' ? oneList(kept) : kept;
}

/** `nodes` parted where the source has an empty line: what stands in tags of its own there is a paragraph of its own. */
function groupsOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const groups: ElementContent[][] = [];
  let endedOn: number | undefined;
  nodes.forEach((node, index) => {
    const { start, end } = node.position ?? {};
    const parted = start !== undefined && endedOn !== undefined && start.line > endedOn + 1;
    const group = groups.at(-1);
    if (group === undefined || parted) groups.push([node]);
    else group.push(...spaceBetween(nodes[index - 1], node), node);
    endedOn = end?.line ?? endedOn;
  });
  return groups;
}

/** Two tags of a line that is tags only have lost the space between them, which their words need. */
function spaceBetween(before: ElementContent | undefined, node: ElementContent): ElementContent[] {
  const [ended, started] = [before?.position?.end.offset, node.position?.start.offset];
  const areTags = before?.type === 'mdxJsxFlowElement' && node.type === 'mdxJsxFlowElement';
  return areTags && (ended ?? 0) < (started ?? 0) ? [{ type: 'text', value: '\n' }] : [];
}

export function isForTag(node: TreeNode): node is TagNode {
  return isTag(node) && node.name === 'For';
}

/** MDX takes a line of tags only for blocks; `<kbd>` and the like stay in their line all the same. */
function inLine(node: ElementContent): ElementContent {
  return node.type === 'mdxJsxFlowElement' && isPhrasing(node)
    ? ({ ...node, type: 'mdxJsxTextElement' } as ElementContent)
    : node;
}

function isLeftEmpty(pruned: ElementContent, node: ElementContent): boolean {
  const name = isTag(pruned) ? pruned.name : pruned.type === 'element' ? pruned.tagName : undefined;
  return NOTHING_WITHOUT_TEXT.has(name ?? '') && saysNothing(pruned) && holdsFor(node);
}

function saysNothing(node: TreeNode): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'element' && node.tagName === 'img') return false;
  if (isTag(node) && !isPhrasing(node)) return false;
  return !isParent(node) || node.children.every(saysNothing);
}

function holdsFor(node: TreeNode): boolean {
  return isParent(node) && node.children.some((child) => isForTag(child) || holdsFor(child));
}

function shows(tag: TagNode, product: Product, reader: Reader): boolean {
  const read = readCondition(textAttributesOf(tag), product);
  return 'condition' in read && holds(read.condition, reader);
}

/** MDX drops the paragraph around a line that is tags only; a list item needs none, everything else does. */
function holdsBlocks(parent: Parent): boolean {
  if (parent.type === 'root') return true;
  return parent.type === 'mdxJsxFlowElement'
    ? parent.name !== 'For' && !isPhrasing(parent)
    : parent.type === 'element' && parent.tagName === 'blockquote';
}

function wrapLooseText(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    if (!loose.every(isSpace)) blocks.push({ type: 'element', tagName: 'p', properties: {}, children: loose });
    loose = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) loose.push(node);
    else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

/** Hidden parts leave their line ends behind; without these, variants that read the same are the same. */
function onePerLine(blocks: readonly ElementContent[]): ElementContent[] {
  return blocks.flatMap((block, index) => (index === 0 ? [block] : [{ type: 'text', value: '\n' }, block]));
}

/** A step in a `<For>` of its own parts the list in three. Here they are one again, counted from 1 without a gap. */
function oneList(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const lastBlock = joined.findLastIndex((before) => !isSpace(before));
    const before = joined[lastBlock];
    if (!isNumberedList(node)) joined.push(node);
    else if (before === undefined || !isNumberedList(before)) joined.push(before ? node : fromOne(node));
    else joined.splice(lastBlock, Infinity, { ...before, children: [...before.children, ...node.children] });
  }
  return joined;
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function isNumberedList(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'ol';
}

function fromOne(list: Element): Element {
  const { start: _start, ...properties } = list.properties;
  return { ...list, properties };
}
