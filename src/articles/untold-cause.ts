import type { Edition } from '../schema/article.ts';
import { incident as words } from '../strings/en/incident.ts';
import { bareAnchor, headingsIn } from './outline.ts';
import { isParent, isTag, textOf, type Tree, type TreeNode } from './tree.ts';

/** A question about an incident that is over, its anchor, and the answer that the fields above its text give. */
export type Told = { id: string; question: string; answer: string };

/**
 * Why an incident happened and what was changed, as far as its text does not tell it at more length: under `<Why>`, or
 * under a heading of the same words. Nothing while the incident is open.
 */
export function untoldCause({ frontmatter }: Edition, tree: Tree): Told[] {
  const { resolved, why, changed } = frontmatter;
  if (resolved === undefined) return [];
  const ids = new Set(headingsIn(tree).map((heading) => bareAnchor(textOf(heading))));
  const told = (question: string, answer: string | undefined): Told[] => {
    const id = bareAnchor(question);
    return answer === undefined || ids.has(id) ? [] : [{ id, question, answer }];
  };
  return [...(hasWhy(tree) ? [] : told(words.why, why)), ...told(words.changed, changed)];
}

function hasWhy(node: TreeNode): boolean {
  return (isTag(node) && node.name === 'Why') || (isParent(node) && node.children.some(hasWhy));
}
