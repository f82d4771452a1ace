import type { Edition } from '../schema/article.ts';
import { incident as words } from '../strings/en/incident.ts';
import type { Heading } from './outline.ts';
import { isParent, isTag, type Tree, type TreeNode } from './tree.ts';

/** A question about an incident that is over, and the answer that the fields above its text give. */
export type Told = { question: string; answer: string };

/**
 * Why an incident happened and what was changed, as far as its text does not tell it at more length: under `<Why>`, or
 * under a heading of the same words.
 */
export function untoldCause({ frontmatter }: Edition, tree: Tree, headings: readonly Heading[]): Told[] {
  const { resolved, why, changed } = frontmatter;
  if (resolved === undefined) return [];
  const isHeading = (question: string) => headings.some(({ text }) => text === question);
  return [
    ...(why === undefined || isHeading(words.why) || hasWhy(tree) ? [] : [{ question: words.why, answer: why }]),
    ...(changed === undefined || isHeading(words.changed) ? [] : [{ question: words.changed, answer: changed }]),
  ];
}

function hasWhy(node: TreeNode): boolean {
  return (isTag(node) && node.name === 'Why') || (isParent(node) && node.children.some(hasWhy));
}
