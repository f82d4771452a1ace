import type { MdastNode } from 'satteri';
import { applied, backslashAt, childrenOf, parseMarkdown, spanOf, type Edit } from './markdown-tree.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** `import` or `export` at the start of a block, as the parser of articles takes it for code. */
const WORD_OF_CODE = /^(?:import|export)(?![\w-])/;

/**
 * Plain Markdown as the text of an article: it reads the same, and nothing in it is code. First-level headings step
 * down, because the title stands above them. Links for which `isKept` says no become text.
 */
export function markdownToMdx(markdown: string, isKept: (address: string) => boolean): string {
  const source = plainMarkdown(markdown, isKept);
  return applied(source, escapesIn(parseMarkdown(source), source));
}

function escapesIn(node: MdastNode, source: string): Edit[] {
  const { start, end } = spanOf(node);
  const text = source.slice(start, end);
  const inside = () => childrenOf(node).flatMap((child) => escapesIn(child, source));
  switch (node.type) {
    case 'text':
      return unescapedSigns(text).map((index) => backslashAt(start + index));
    case 'paragraph':
      // Markdown has no backslash for a letter.
      if (!WORD_OF_CODE.test(text)) return inside();
      return [{ start, end: start + 1, text: `&#${text.charCodeAt(0)};` }, ...inside()];
    case 'heading':
      return node.depth === 1 ? [stepDown(text, start), ...inside()] : inside();
    case 'code':
      return /^ {0,3}(?:`{3}|~{3})/.test(text) ? [] : [fence(source, start, end, node.value)];
    default:
      return inside();
  }
}

/** Where `text` has a sign that begins or ends code, with no backslash before it. */
function unescapedSigns(text: string): number[] {
  return [...text.matchAll(/\\.|[{}<]/gs)].flatMap(({ 0: found, index }) => (found.startsWith('\\') ? [] : [index]));
}

function stepDown(heading: string, start: number): Edit {
  const hash = /^ {0,3}#/.exec(heading)?.[0];
  if (hash !== undefined) return { start: start + hash.length, end: start + hash.length, text: '#' };
  const underline = heading.lastIndexOf('\n') + 1;
  return {
    start: start + underline,
    end: start + heading.length,
    text: heading.slice(underline).replaceAll('=', '-'),
  };
}

/** Articles know no code by indentation. The lines of the fence begin as the lines around them do. */
function fence(source: string, start: number, end: number, code: string): Edit {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start).replace(/[^\s>]/g, ' ');
  const ticks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return { start, end, text: [ticks, ...code.split('\n'), ticks].join(`\n${before}`) };
}
