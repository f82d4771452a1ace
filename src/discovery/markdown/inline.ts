import type { Element } from 'hast';
import { isParent, isTag, textOf, type TreeNode } from '../../articles/tree.ts';
import { escapeText, inlineCode, linkTarget } from './escape.ts';

/** Where an address that an article writes leads, seen from anywhere. */
export type Absolute = (address: string) => string;

/** What stands in a line of text, as Markdown. */
export function inline(nodes: readonly TreeNode[], absolute: Absolute): string {
  return nodes.map((node) => inlineNode(node, absolute)).join('');
}

function inlineNode(node: TreeNode, absolute: Absolute): string {
  if (node.type === 'text') return escapeText(node.value);
  if (!isParent(node)) return '';
  const name = isTag(node) ? node.name : node.type === 'element' ? node.tagName : undefined;
  const inside = () => inline(node.children, absolute);
  switch (name) {
    case 'strong':
      return marked(inside(), '**');
    case 'em':
      return marked(inside(), '*');
    case 'del':
      return marked(inside(), '~~');
    case 'code':
    case 'kbd':
      return inlineCode(textOf(node));
    case 'sub':
    case 'sup':
      return `<${name}>${inside()}</${name}>`;
    case 'br':
      return '\\\n';
    case 'a':
      return link(node as Element, inside(), absolute);
    case 'img':
      return picture(node as Element, absolute);
    default:
      return inside();
  }
}

/** Signs of emphasis stand at words, never at spaces. */
function marked(text: string, sign: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === '' ? text : before + sign + words + sign + after;
}

function link({ properties }: Element, text: string, absolute: Absolute): string {
  const address = String(properties['href'] ?? '');
  return address === '' ? text : `[${text.trim()}](${linkTarget(absolute(address))})`;
}

/** Pictures for the eye alone have no words, and are left out. */
function picture({ properties }: Element, absolute: Absolute): string {
  const words = String(properties['alt'] ?? '').trim();
  return words === '' ? '' : `![${escapeText(words)}](${linkTarget(absolute(String(properties['src'] ?? '')))})`;
}
