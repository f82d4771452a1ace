import { markdownToMdast, type MdastNode } from 'satteri';

/** What takes the place of `source.slice(start, end)`. */
export type Edit = { start: number; end: number; text: string };

/** The tree of plain Markdown. Unlike an article, a corpus has no fields above its text, so `---` is a rule there. */
export function parseMarkdown(source: string): MdastNode {
  return markdownToMdast(source, { features: { frontmatter: false } });
}

/** All text below `node`, as a reader sees it. */
export function textOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return childrenOf(node).map(textOf).join('');
}

/** `node` and all that stands in it. */
export function below(node: MdastNode): MdastNode[] {
  return [node, ...childrenOf(node).flatMap(below)];
}

export function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? node.children : [];
}

export function spanOf({ position }: MdastNode): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

export function backslashAt(index: number): Edit {
  return { start: index, end: index, text: '\\' };
}

/** The source after all edits. Of edits that overlap, the first counts. */
export function applied(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    parts.push(source.slice(done, start), text);
    done = end;
  }
  return parts.join('') + source.slice(done);
}
