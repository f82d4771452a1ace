import { INLINE_HTML } from '../authoring/tags.ts';
import { readOfPicture } from '../pictures/bind-pictures.ts';
import { attributesOf, isParent, isTag, type TreeNode } from './tree.ts';

const PHRASING = new Set(['a', 'abbr', 'br', 'code', 'del', 'em', 'img', 'kbd', 'strong', 'sub', 'sup']);
/** Signs that no text holds, around what is not text. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];

/** What stands within a line of text. */
export function isPhrasing(node: TreeNode): boolean {
  if (isTag(node)) return node.type === 'mdxJsxTextElement' || INLINE_HTML.includes(node.name ?? '');
  return node.type === 'text' || (node.type === 'element' && PHRASING.has(node.tagName));
}

/**
 * All that is read of a tree, as one text: words, tags and attributes, with white space as a browser collapses it.
 * Two trees have the same where nobody could tell their pages apart.
 */
export function asRead(tree: TreeNode): string {
  const read: string[] = [];
  // Where a space would go: behind the last word, before any tag that has been opened or closed since.
  let behindWord: number | undefined;
  let isSpaced = false;

  const word = (text: string) => {
    if (isSpaced && behindWord !== undefined) read.splice(behindWord, 0, ' ');
    read.push(text);
    behindWord = read.length;
    isSpaced = false;
  };
  const edge = (sign: string, isInLine: boolean) => {
    read.push(sign);
    if (!isInLine) behindWord = undefined;
  };
  const look = (node: TreeNode, isCode: boolean) => {
    if (node.type === 'text') {
      if (isCode) return word(node.value);
      for (const part of node.value.split(/(\s+)/).filter(Boolean)) {
        if (part.trim() === '') isSpaced = true;
        else word(part);
      }
    }
    if (!isParent(node)) return;
    if (node.type === 'element' && node.tagName === 'img') return word(opening(node));
    const isInLine = isPhrasing(node) && !isBreak(node);
    if (node.type !== 'root') edge(opening(node), isInLine);
    for (const child of node.children) look(child, isCode || (node.type === 'element' && node.tagName === 'pre'));
    if (node.type !== 'root') edge(OPEN + CLOSE, isInLine);
  };
  look(tree, false);
  return read.join('');
}

function opening(node: TreeNode): string {
  if (isTag(node)) return OPEN + JSON.stringify([node.name, attributesOf(node)]) + CLOSE;
  if (node.type !== 'element') return '';
  const properties = node.tagName === 'img' ? readOfPicture(node) : node.properties;
  return OPEN + JSON.stringify([node.tagName, properties]) + CLOSE;
}

function isBreak(node: TreeNode): boolean {
  return (isTag(node) && node.name === 'br') || (node.type === 'element' && node.tagName === 'br');
}
