import type { ElementContent, RootContent } from 'hast';
import type { Product } from '../schema/catalogue.ts';
import { holds, readCondition } from '../variants/condition.ts';
import type { Reader } from '../variants/reader.ts';
import { isParent, isTag, textAttributesOf, type Parent, type TagNode, type Tree } from './tree.ts';

const PHRASING = new Set(['a', 'abbr', 'br', 'code', 'del', 'em', 'img', 'kbd', 'strong', 'sub', 'sup']);

/**
 * The tree as `reader` sees it: what a `<For>` hides is gone, what it shows stands without the `<For>`,
 * comments and frontmatter are gone. Everything later (headings, text, pages, hashes) is made from this.
 */
export function prune(tree: Tree, product: Product, reader: Reader): Tree {
  return { type: 'root', children: pruneChildren(tree, product, reader) as RootContent[] };
}

function pruneChildren(parent: Parent, product: Product, reader: Reader): ElementContent[] {
  const kept = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
    if (isForTag(node)) return shows(node, product, reader) ? pruneChildren(node, product, reader) : [];
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'comment') return [];
    if (!isParent(node)) return [node];
    return [{ ...node, children: pruneChildren(node, product, reader) } as ElementContent];
  });
  return holdsBlocks(parent) ? wrapLooseText(kept) : kept;
}

export function isForTag(node: ElementContent): node is TagNode {
  return isTag(node) && node.name === 'For';
}

function shows(tag: TagNode, product: Product, reader: Reader): boolean {
  const read = readCondition(textAttributesOf(tag), product);
  return 'condition' in read && holds(read.condition, reader);
}

/** MDX drops the paragraph around a line that is tags only; a list item needs none, everything else does. */
function holdsBlocks(parent: Parent): boolean {
  if (parent.type === 'root') return true;
  return parent.type === 'mdxJsxFlowElement'
    ? parent.name !== 'For'
    : parent.type === 'element' && parent.tagName === 'blockquote';
}

function wrapLooseText(nodes: ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const flush = () => {
    if (loose.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      blocks.push({ type: 'element', tagName: 'p', properties: {}, children: loose });
    } else blocks.push(...loose);
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

function isPhrasing(node: ElementContent): boolean {
  return (
    node.type === 'text' || node.type === 'mdxJsxTextElement' || (node.type === 'element' && PHRASING.has(node.tagName))
  );
}
