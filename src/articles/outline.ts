import { slug } from 'github-slugger';
import type { Element, RootContent } from 'hast';
import { pictureInWords } from '../pictures/picture-in-words.ts';
import { rowInWords, type Cell } from './row-in-words.ts';
import { isParent, isTag, textAttributesOf, textOf, type Parent, type Tree, type TreeNode } from './tree.ts';

/** A heading of a variant; `depth` 2 is directly below the title. */
export type Heading = { depth: number; id: string; text: string };

/** The text below one heading; the first section, before any heading, has none. */
export type Section = { heading?: Heading; text: string };

/**
 * The tree with an `id` on each heading. A heading that stands once in its variant has the same anchor in every
 * variant, whatever stands around it; one that stands there again gets a number.
 */
export function withAnchors(tree: Tree): { tree: Tree; headings: Heading[] } {
  const headings: Heading[] = [];
  const nextAnchor = anchorsFor(headingsIn(tree).map(headingText));
  const anchor = (node: TreeNode): TreeNode => {
    const depth = headingDepth(node);
    if (depth !== undefined) {
      const text = headingText(node);
      const id = nextAnchor(text);
      headings.push({ depth, id, text });
      const element = node as Element;
      return { ...element, properties: { ...element.properties, id } };
    }
    return isParent(node) ? ({ ...node, children: node.children.map(anchor) } as TreeNode) : node;
  };
  return { tree: { ...tree, children: tree.children.map(anchor) as RootContent[] }, headings };
}

/** Ids that the page around an article has; a heading must not take the place to which a link of the page leads. */
const PAGE_IDS = new Set(['main', 'contact', 'did-this-help', 'talk-title']);

/** The anchor that a heading of this text has where it stands once: github-slugger's. */
export function bareAnchor(text: string): string {
  const anchor = slug(text) || 'part';
  return PAGE_IDS.has(anchor) || anchor.endsWith('-title') ? `part-${anchor}` : anchor;
}

export function headingsIn(node: TreeNode): TreeNode[] {
  if (headingDepth(node) !== undefined) return [node];
  return isParent(node) ? node.children.flatMap(headingsIn) : [];
}

export function headingText(heading: TreeNode): string {
  return textOf(heading).replace(/\s+/g, ' ').trim();
}

/** Numbers keep clear of what other headings are called: "Files", "Files" and "Files 1" have three anchors. */
function anchorsFor(texts: readonly string[]): (text: string) => string {
  const bare = new Set(texts.map(bareAnchor));
  const taken = new Set<string>();
  return (text) => {
    const wanted = bareAnchor(text);
    let id = wanted;
    for (let number = 1; taken.has(id) || (number > 1 && bare.has(id)); number++) id = `${wanted}-${number}`;
    taken.add(id);
    return id;
  };
}

/** What there is to read and search, in order: one section a heading. Works on a tree with anchors. */
export function sectionsOf(tree: Tree): Section[] {
  const sections: { heading?: Heading; parts: string[] }[] = [{ parts: [] }];
  const read = (node: TreeNode, inCode: boolean) => {
    const depth = headingDepth(node);
    if (depth !== undefined) {
      const id = String((node as Element).properties['id'] ?? '');
      sections.push({ heading: { depth, id, text: headingText(node) }, parts: [] });
      return;
    }
    const here = sections.at(-1)?.parts;
    if (node.type === 'element' && node.tagName === 'tr') {
      here?.push(rowInWords(node.children.filter((child) => isParent(child)).map(cell)), '\n');
      return;
    }
    // A paragraph may be broken anywhere in the source; only code means its lines.
    if (node.type === 'text') here?.push(inCode ? node.value : node.value.replace(/\s+/g, ' '));
    if (node.type === 'element' && node.tagName === 'img') here?.push(pictureInWords(node));
    // What is said in a video is no part of the text: it has a length and places of its own.
    if (isTag(node) && node.name !== 'Video') {
      here?.push(...Object.values(textAttributesOf(node)).map((text) => `${text} `));
    }
    const isCode = inCode || (node.type === 'element' && node.tagName === 'pre');
    if (isParent(node)) node.children.forEach((child) => read(child, isCode));
    if (endsBlock(node)) here?.push('\n');
  };
  read(tree, false);
  return sections
    .map(({ heading, parts }) => ({ ...(heading && { heading }), text: tidy(parts.join('')) }))
    .filter(({ heading, text }) => heading !== undefined || text !== '');
}

function cell(node: Parent): Cell {
  const sections = sectionsOf({ type: 'root', children: [node as RootContent] });
  return {
    text: sections.map(({ text }) => text).join('\n'),
    isHeader: node.type === 'element' && node.tagName === 'th',
  };
}

/** Whole minutes at 200 words a minute, at least one. */
export function readingMinutes(sections: readonly Section[]): number {
  const words = sections.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  return Math.max(1, Math.round(words / 200));
}

function headingDepth(node: TreeNode): number | undefined {
  if (node.type !== 'element') return undefined;
  const depth = /^h([2-6])$/.exec(node.tagName)?.[1];
  return depth === undefined ? undefined : Number(depth);
}

function endsBlock(node: TreeNode): boolean {
  return (
    node.type === 'mdxJsxFlowElement' ||
    (isTag(node) && node.name === 'br') ||
    (node.type === 'element' && /^(p|li|h\d|pre|blockquote|div)$/.test(node.tagName))
  );
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
