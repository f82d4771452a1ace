import type { UserError } from '../errors/user-error.ts';
import { holds, readCondition } from '../variants/condition.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { hasConditions } from './check-variants.ts';
import { bareAnchor, headingsIn, headingText } from './outline.ts';
import { isForTag, prune } from './prune.ts';
import type { SoundEdition } from './sound-edition.ts';
import { isParent, lineOf, textAttributesOf, type TreeNode } from './tree.ts';

type Told = { line: number | undefined; problem: string; fix: string };

/** What to look at in a text: conditions that hide nothing, and headings that one reader meets twice. */
export function textWarnings(sound: SoundEdition): UserError[] {
  const { edition, product, tree } = sound;
  const told = [...needlessConditions(tree, readersOf(edition.frontmatter, product), sound), ...headingsTwice(sound)];
  return told.map(({ line, problem, fix }) => ({ problem, fix, where: { file: edition.file, line } }));
}

/** `readers` are all who see `node`. */
function needlessConditions(node: TreeNode, readers: readonly Reader[], sound: SoundEdition): Told[] {
  if (!isParent(node)) return [];
  if (!isForTag(node)) return node.children.flatMap((child) => needlessConditions(child, readers, sound));
  const read = readCondition(textAttributesOf(node), sound.product);
  const shown = 'condition' in read ? readers.filter((reader) => holds(read.condition, reader)) : [];
  const inside = node.children.flatMap((child) => needlessConditions(child, shown, sound));
  if (shown.length < readers.length) return inside;
  return [
    {
      line: lineOf(node),
      problem: 'This <For> hides nothing: it holds for everybody whom the article, or the <For> around it, is for.',
      fix: 'Take the two tags out and leave the text, or narrow the condition.',
    },
    ...inside,
  ];
}

/** Told once a heading, for the first reader who meets it. */
function headingsTwice({ edition, product, tree }: SoundEdition): Told[] {
  const found = new Map<number | undefined, Told>();
  const conditional = hasConditions(tree);
  const readers = readersOf(edition.frontmatter, product);
  for (const reader of conditional ? readers : readers.slice(0, 1)) {
    const first = new Map<string, TreeNode>();
    for (const heading of headingsIn(prune(tree, product, reader))) {
      const anchor = bareAnchor(headingText(heading));
      const before = first.get(anchor);
      if (!before) first.set(anchor, heading);
      else if (!found.has(lineOf(heading))) {
        const who = conditional ? `For version ${reader.version}, "${reader.audience}", the` : 'The';
        found.set(lineOf(heading), {
          line: lineOf(heading),
          problem: `${who} heading "${headingText(heading)}" has the anchor of the one in line ${lineOf(before)}, so it gets a number.`,
          fix: 'Give one of them a title of its own: readers tell them apart, and links to it last.',
        });
      }
    }
  }
  return [...found.values()];
}
