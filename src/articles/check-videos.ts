import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { isFor } from '../video/choose-cut.ts';
import { isVideoTag } from './bind-videos.ts';
import { checkCuts, type Shown } from './check-cuts.ts';
import { parseBody } from './parse-body.ts';
import { prune } from './prune.ts';
import { isParent, lineOf, textAttributesOf, type TagNode, type Tree, type TreeNode } from './tree.ts';
import type { Unchecked } from './unchecked.ts';

type Found = { line: number | undefined; problem: string; fix: string };

/**
 * Mistakes that show when articles and videos are held against each other: a video that does not exist or has no cut
 * for a reader who is shown it, and cuts that overlap or that nobody sees.
 */
export function checkVideos(content: Unchecked, { allRead }: { allRead: boolean }): UserError[] {
  const products = new Map(content.products.map((product) => [product.id, product]));
  const shown: Shown[] = [];
  let allParsed = content.editions.length === content.slugs.length;
  // Parsing is most of the work of a check, and few articles hold a video.
  const mistakes = content.editions
    .filter(({ source }) => source.includes('<Video'))
    .flatMap((edition) => {
      const parsed = parseBody(edition);
      const product = products.get(edition.frontmatter.product);
      if (!('tree' in parsed) || !product) {
        allParsed = false;
        return [];
      }
      const looked = lookAt(parsed.tree, edition, product, content);
      shown.push(...looked.shown);
      return looked.found.map(({ line, problem, fix }) => ({ problem, fix, where: { file: edition.file, line } }));
    });
  return [...mistakes, ...(allRead ? checkCuts(content, shown, { allParsed }) : [])];
}

function lookAt(
  tree: Tree,
  edition: Edition,
  product: Product,
  content: Unchecked,
): { found: Found[]; shown: Shown[] } {
  const found = videoTags(tree).flatMap((tag) => checkTag(tag, content));
  const shown: Shown[] = [];
  const told = new Set(found.map(({ line }) => line));
  for (const reader of readersOf(edition.frontmatter, product)) {
    const seen = new Set<string>();
    for (const tag of videoTags(prune(tree, product, reader))) {
      const video = textAttributesOf(tag)['id'] ?? '';
      shown.push({ video, reader, product });
      const mistake = seen.has(video) ? twice(video, tag) : withoutCut(video, tag, reader, product, content);
      seen.add(video);
      if (!mistake || told.has(mistake.line)) continue;
      told.add(mistake.line);
      found.push(mistake);
    }
  }
  return { found, shown };
}

function checkTag(tag: TagNode, { videoIds, files }: Unchecked): Found[] {
  const line = lineOf(tag);
  const id = textAttributesOf(tag)['id'];
  const found: Found[] = [];
  if (tag.type === 'mdxJsxTextElement') {
    found.push({
      line,
      problem: 'A <Video> cannot stand within a line of text.',
      fix: 'Put it on a line of its own, with an empty line on either side.',
    });
  }
  if (tag.children.length > 0) {
    found.push({
      line,
      problem: 'Nobody sees what stands inside a <Video>.',
      fix: `Write <Video id="${id ?? '…'}" /> and put the text above or below it.`,
    });
  }
  // Without an id the tag itself is incomplete, which is told where tags are checked.
  if (id !== undefined && id.trim() !== '' && !videoIds.includes(id)) {
    found.push({
      line,
      problem: `There is no video "${id}".`,
      fix: `${didYouMean(id, videoIds)}Videos are the files in ${files.videos}.`,
    });
  }
  return found;
}

function twice(video: string, tag: TagNode): Found {
  return {
    line: lineOf(tag),
    problem: `The video "${video}" stands in this article a second time for the same reader.`,
    fix: 'Take one of the two out: links to a moment of it would have two places to go to.',
  };
}

function withoutCut(
  id: string,
  tag: TagNode,
  reader: Reader,
  product: Product,
  { videos }: Unchecked,
): Found | undefined {
  const video = videos.find((other) => other.id === id);
  if (!video || video.cuts.some((cut) => isFor(cut, product, reader))) return undefined;
  return {
    line: lineOf(tag),
    problem: `For version ${reader.version}, "${reader.audience}", the video "${id}" has no cut.`,
    fix: `Widen a cut in ${video.file}, or put the <Video> into a <For> of those who have one.`,
  };
}

function videoTags(node: Tree | TreeNode): TagNode[] {
  if (isVideoTag(node)) return [node];
  return isParent(node) ? node.children.flatMap(videoTags) : [];
}
