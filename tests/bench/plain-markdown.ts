import type { MdastNode } from 'satteri';
import { applied, backslashAt, below, childrenOf, parseMarkdown, spanOf, textOf, type Edit } from './markdown-tree.ts';

type Keeps = (address: string) => boolean;

/** A pass mends at least the first line of what is left, so this is more than any text has needed. */
const MAX_PASSES = 1_000;
/** What would not be text between `[` and `]`. */
const SIGNS_IN_WORDS = /[\\`*_~[\]{}<>]/g;

/**
 * Markdown of the kinds that an article can hold. HTML, pictures, and links for which `isKept` says no are shown as
 * they were typed; comments and empty headings go; addresses that are their own words are written as links; an empty
 * list item is joined to the paragraph that was meant to be in it, or goes where there is none.
 */
export function plainMarkdown(markdown: string, isKept: Keeps): string {
  const typed = settled(markdown, (source) => typedEdits(source, isKept));
  return settled(typed, (source) => emptyBlockEdits(parseMarkdown(source), source));
}

/** `<name> **bold**` is one block of HTML until its first `<` is escaped: so edits are asked for until there are none. */
function settled(markdown: string, editsOf: (source: string) => Edit[]): string {
  let source = markdown;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const edits = editsOf(source);
    if (edits.length === 0) return source;
    source = applied(source, edits);
  }
  throw new Error(`After ${MAX_PASSES} passes this text was still not plain: ${source.slice(0, 200)}`);
}

function typedEdits(source: string, isKept: Keeps): Edit[] {
  const nodes = below(parseMarkdown(source));
  const dead = new Set(
    nodes.flatMap((node) => (node.type === 'definition' && !isKept(node.url) ? [node.identifier] : [])),
  );
  return nodes.flatMap((node) => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'html':
        return [htmlEdit(source, start, end)];
      case 'image':
      case 'imageReference':
        // Before the bracket, because `[…](…)` alone would be a link.
        return [backslashAt(start + 1)];
      case 'link':
        if (!isKept(node.url)) return [backslashAt(start)];
        // In angle brackets it would be a tag; standing bare, it takes a backslash behind it for a part of itself.
        return source[start] === '[' ? [] : [{ start, end, text: writtenOut(node) }];
      case 'linkReference':
      case 'definition':
        return dead.has(node.identifier) ? [backslashAt(start)] : [];
      default:
        return [];
    }
  });
}

function htmlEdit(source: string, start: number, end: number): Edit {
  const first = source.indexOf('<', start);
  const comment = /^<!--[\s\S]*?(?:-->|$)/.exec(source.slice(first, end))?.[0];
  return comment === undefined ? backslashAt(first) : { start: first, end: first + comment.length, text: '' };
}

function writtenOut(link: Extract<MdastNode, { type: 'link' }>): string {
  const words = textOf(link).replace(SIGNS_IN_WORDS, '\\$&');
  const address = link.url.replace(/[\s(){}<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${words}](${address})`;
}

function emptyBlockEdits(parent: MdastNode, source: string): Edit[] {
  const blocks = childrenOf(parent);
  return blocks.flatMap((block, index) => {
    const { start, end } = spanOf(block);
    if (block.type === 'heading' && textOf(block).trim() === '') return [{ start, end, text: '' }];
    if (block.type !== 'list') return emptyBlockEdits(block, source);
    const next = blocks[index + 1];
    return block.children.flatMap((item) => {
      if (textOf(item).trim() !== '') return emptyBlockEdits(item, source);
      const { start, end } = spanOf(item);
      const marker = /^\S+/.exec(source.slice(start, end))?.[0] ?? '';
      const isMeant = item === block.children.at(-1) && item.children.length === 0 && next?.type === 'paragraph';
      return [isMeant ? { start, end: spanOf(next).start, text: `${marker} ` } : { start, end, text: '' }];
    });
  });
}
