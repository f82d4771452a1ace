import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import type { Video } from '../schema/video.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { stepChanges } from '../variants/step-changes.ts';
import { chooseCut } from '../video/choose-cut.ts';
import { isVideoTag } from './bind-videos.ts';
import { productOf, type Content } from './content.ts';
import { parseBody } from './parse-body.ts';
import { prune } from './prune.ts';
import { stepTexts } from './tickable-steps.ts';
import { isParent, lineOf, textAttributesOf, type TagNode, type Tree, type TreeNode } from './tree.ts';

/** The text of a file as it was at the end of a day (YYYY-MM-DD); undefined where nobody knows. */
export type SourceAt = (file: string, day: string) => Promise<string | undefined>;

/**
 * Warnings for cuts that were recorded before the steps beside them read as they do now: for each, one reader whose
 * steps have changed since. Where the past of a file is not known nothing is said.
 */
export async function staleCuts(content: Content, sourceAt: SourceAt): Promise<UserError[]> {
  const warnings: UserError[] = [];
  for (const edition of content.editions) {
    const tree = treeOf(edition.file, edition.source);
    if (!tree) continue;
    for (const tag of videoTags(tree)) warnings.push(...(await staleCutsOf(tag, tree, edition, content, sourceAt)));
  }
  return warnings;
}

async function staleCutsOf(
  tag: TagNode,
  tree: Tree,
  edition: Edition,
  content: Content,
  sourceAt: SourceAt,
): Promise<UserError[]> {
  const product = productOf(content, edition);
  const video = content.videos.find(({ id }) => id === textAttributesOf(tag)['id']);
  if (!video) return [];
  const warnings: UserError[] = [];
  for (const [recorded, readers] of readersByRecording(video, edition, product)) {
    const then = await sourceAt(edition.file, recorded);
    const past = then === undefined || then === edition.source ? undefined : treeOf(edition.file, then);
    const reader = past && readers.find((each) => changedSteps(past, tree, product, each) > 0);
    if (!past || !reader) continue;
    warnings.push({
      problem: `Steps have changed since "${video.title}" was recorded on ${recorded}: ${changedSteps(past, tree, product, reader)} of them for version ${reader.version}, "${reader.audience}".`,
      where: { file: edition.file, line: lineOf(tag) },
      fix: `Record it again (npm run clips), or, where it still shows what is true, set "recorded" in ${video.file} to the day on which somebody looked.`,
    });
  }
  return warnings;
}

function readersByRecording(video: Video, { frontmatter }: Edition, product: Product): Map<string, Reader[]> {
  const byDay = new Map<string, Reader[]>();
  for (const reader of readersOf(frontmatter, product)) {
    const cut = chooseCut(video.cuts, product, reader);
    if (cut) byDay.set(cut.recorded, [...(byDay.get(cut.recorded) ?? []), reader]);
  }
  return byDay;
}

function changedSteps(past: Tree, now: Tree, product: Product, reader: Reader): number {
  const steps = (tree: Tree) => stepTexts(prune(tree, product, reader));
  return stepChanges(steps(past), steps(now)).reduce(
    (sum, { here, there }) => sum + Math.max(here.length, there.length),
    0,
  );
}

/** Undefined for a body of the past that could not be read: what it said of steps nobody knows. */
function treeOf(file: string, source: string): Tree | undefined {
  const parsed = parseBody({ file, source });
  return 'tree' in parsed ? parsed.tree : undefined;
}

function videoTags(node: Tree | TreeNode): TagNode[] {
  if (isVideoTag(node)) return [node];
  return isParent(node) ? node.children.flatMap(videoTags) : [];
}
