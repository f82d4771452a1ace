import type { RootContent } from 'hast';
import type { z } from 'zod';
import { headingsIn, headingText, sectionsOf } from '../../articles/outline.ts';
import { stepAnchor } from '../../articles/tickable-steps.ts';
import { isParent, isTag, type Tree, type TreeNode } from '../../articles/tree.ts';
import type { HowTo } from '../../schema/structured-data.ts';

/** Steps that stand in one `<Steps>`; `place` counts all steps of the page, as their anchors do. */
type StepList = { heading: string | undefined; steps: { place: number; text: string }[] };

/**
 * The steps of a page, each with its whole text and its place on the page; several lists are sections, named as the
 * headings above them. Undefined where there are no two steps, or where a list among others has no heading.
 */
export function howTo(title: string, tree: Tree, pageUrl: string): z.infer<typeof HowTo> | undefined {
  const lists = stepLists(tree);
  const step = ({ place, text }: StepList['steps'][number]) => ({
    '@type': 'HowToStep' as const,
    text,
    url: `${pageUrl}#${stepAnchor(place)}`,
  });
  const [only, ...others] = lists;
  if (!only || lists.flatMap(({ steps }) => steps).length < 2) return undefined;
  if (others.length === 0) return { '@type': 'HowTo', name: title, step: only.steps.map(step) };
  const sections = lists.flatMap(({ heading, steps }) =>
    heading === undefined
      ? []
      : [{ '@type': 'HowToSection' as const, name: heading, itemListElement: steps.map(step) }],
  );
  return sections.length < lists.length ? undefined : { '@type': 'HowTo', name: title, step: sections };
}

function stepLists(tree: Tree): StepList[] {
  const lists: StepList[] = [];
  let heading: string | undefined;
  let place = 0;
  const look = (node: TreeNode, inSteps: StepList | undefined) => {
    if (headingsIn(node)[0] === node) heading = headingText(node);
    if (!isParent(node)) return;
    let inner: StepList | undefined;
    if (isTag(node) && node.name === 'Steps') lists.push((inner = { heading, steps: [] }));
    else if (inSteps && node.type === 'element' && node.tagName === 'ol') inner = inSteps;
    const isStepList = inner === inSteps && inner !== undefined;
    for (const child of node.children) {
      const isStep = isStepList && child.type === 'element' && child.tagName === 'li';
      if (isStep) inner?.steps.push({ place: ++place, text: textIn(child) });
      look(child, isStep ? undefined : inner);
    }
  };
  look(tree, undefined);
  return lists.filter(({ steps }) => steps.length > 0);
}

function textIn(node: RootContent): string {
  return sectionsOf({ type: 'root', children: [node] })
    .flatMap(({ heading, text }) => [heading?.text ?? '', text])
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
