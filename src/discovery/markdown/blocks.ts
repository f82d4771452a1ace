import type { Element, ElementContent } from 'hast';
import { isPhrasing } from '../../articles/as-read.ts';
import { videosIn } from '../../articles/bind-videos.ts';
import {
  isParent,
  isTag,
  textAttributesOf,
  textOf,
  type Parent,
  type TagNode,
  type TreeNode,
} from '../../articles/tree.ts';
import { asides } from '../../strings/en/authoring.ts';
import { codeBlock, escapeLineStart, escapeText } from './escape.ts';
import { inline, type Absolute } from './inline.ts';
import { videoInMarkdown } from './video.ts';

/** The blocks of a body as Markdown, one empty line between each two. */
export function blocks(nodes: readonly TreeNode[], absolute: Absolute): string {
  return grouped(nodes)
    .map((group) => (Array.isArray(group) ? paragraph(group, absolute) : block(group, absolute)))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Words that stand between blocks without a paragraph of their own are one. */
function grouped(nodes: readonly TreeNode[]): (TreeNode | TreeNode[])[] {
  const groups: (TreeNode | TreeNode[])[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (!isPhrasing(node)) groups.push(node);
    else if (Array.isArray(last)) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

function block(node: TreeNode, absolute: Absolute): string {
  if (!isParent(node)) return '';
  return isTag(node)
    ? tag(node, absolute)
    : node.type === 'root'
      ? blocks(node.children, absolute)
      : element(node, absolute);
}

function element(node: Element, absolute: Absolute): string {
  const { tagName, children } = node;
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return `${'#'.repeat(Number(tagName.slice(1)))} ${oneLine(inline(children, absolute))}`;
    case 'p':
      return paragraph(children, absolute);
    case 'ul':
      return list(node, () => '- ', absolute);
    case 'ol':
      return list(node, (index) => `${Number(node.properties['start'] ?? 1) + index}. `, absolute);
    case 'blockquote':
      return quoted(blocks(children, absolute));
    case 'pre':
      return codeBlock(textOf(node), languageOf(children[0]));
    case 'table':
      return table(node, absolute);
    case 'hr':
      return '---';
    default:
      return blocks(children, absolute);
  }
}

function tag(node: TagNode, absolute: Absolute): string {
  const inside = () => blocks(node.children, absolute);
  const { question = '', answer = '' } = textAttributesOf(node);
  switch (node.name) {
    case 'Choice':
      return [strong(question), inside()].join('\n\n');
    case 'Option':
      return item('- ', [strong(answer), inside()].filter(Boolean).join('\n\n'));
    case 'Note':
      return quoted(`${strong(asides.note)}\n\n${inside()}`);
    case 'Caution':
      return quoted(`${strong(asides.caution)}\n\n${inside()}`);
    case 'Why':
      return quoted(`${strong(asides.why)}\n\n${inside()}`);
    case 'Video':
      return videosIn(node)
        .map((video) => videoInMarkdown(video, absolute))
        .join('\n\n');
    default:
      return inside();
  }
}

function paragraph(nodes: readonly TreeNode[], absolute: Absolute): string {
  const lines = inline(nodes, absolute).replaceAll(/ +/g, ' ').split('\n');
  return lines
    .map((line) => escapeLineStart(line.trim()))
    .join('\n')
    .replace(/\\$/, '')
    .trim();
}

function list({ children }: Element, marker: (index: number) => string, absolute: Absolute): string {
  const items = children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
  const texts = items.map((child, index) => item(marker(index), blocks(child.children, absolute)));
  // With an empty line in one of them, all are set apart, as Markdown does.
  return texts.join(texts.some((text) => text.includes('\n\n')) ? '\n\n' : '\n');
}

/** All but the first line stand below the text, not below its sign. */
function item(marker: string, text: string): string {
  return marker + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);
}

function quoted(text: string): string {
  return text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

function table(node: Element, absolute: Absolute): string {
  const [head, ...rows] = rowsOf(node).map((row) =>
    cellsOf(row).map((cell) => oneLine(inline(cell.children, absolute)).replaceAll('|', '\\|')),
  );
  if (!head) return '';
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function rowsOf(node: Parent): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child] : rowsOf(child);
  });
}

function cellsOf({ children }: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName));
}

function languageOf(code: ElementContent | undefined): string {
  const classes = code?.type === 'element' ? [code.properties['className'] ?? []].flat() : [];
  return (
    classes
      .map(String)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length) ?? ''
  );
}

function strong(text: string): string {
  return `**${escapeText(text).trim()}**`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\\?\n/g, ' ').replaceAll(/ +/g, ' ').trim();
}
