import type { RootContent } from 'hast';
import type { Product } from '../schema/catalogue.ts';
import type { Video } from '../schema/video.ts';
import type { Reader } from '../variants/reader.ts';
import { boundVideo, type BoundVideo } from '../video/bound-video.ts';
import { chooseCut } from '../video/choose-cut.ts';
import { isParent, isTag, textAttributesOf, type TagNode, type Tree, type TreeNode } from './tree.ts';

/**
 * The pruned tree with the reader's cut in every `<Video>`. It comes before folding and hashing, because readers with
 * other cuts read another page. Throws for a video that was not checked.
 */
export function bindVideos(tree: Tree, videos: readonly Video[], product: Product, reader: Reader): Tree {
  const bind = (node: TreeNode): TreeNode => {
    if (isVideoTag(node)) return withCut(node, videos, product, reader);
    if (!isParent(node) || !holdsVideo(node)) return node;
    return { ...node, children: node.children.map(bind) } as TreeNode;
  };
  return holdsVideo(tree) ? { ...tree, children: tree.children.map(bind) as RootContent[] } : tree;
}

/** The videos of a tree with their cuts, in the order in which they stand. */
export function videosIn(node: Tree | TreeNode): BoundVideo[] {
  if (isVideoTag(node)) {
    const cut = textAttributesOf(node)['cut'];
    return cut === undefined ? [] : [JSON.parse(cut) as BoundVideo];
  }
  return isParent(node) ? node.children.flatMap(videosIn) : [];
}

export function isVideoTag(node: TreeNode): node is TagNode {
  return isTag(node) && node.name === 'Video';
}

function holdsVideo(node: TreeNode): boolean {
  return isVideoTag(node) || (isParent(node) && node.children.some(holdsVideo));
}

/** The cut travels in an attribute, as text: trees are hashed, compared and rendered without knowing of videos. */
function withCut(node: TagNode, videos: readonly Video[], product: Product, reader: Reader): TagNode {
  const id = textAttributesOf(node)['id'] ?? '';
  const video = videos.find((other) => other.id === id);
  const cut = video && chooseCut(video.cuts, product, reader);
  if (!cut) throw new Error(`Video "${id}" was not checked: no cut for version ${reader.version}, ${reader.audience}.`);
  const bound = { type: 'mdxJsxAttribute' as const, name: 'cut', value: JSON.stringify(boundVideo(video, cut)) };
  return { ...node, attributes: [...node.attributes.filter(({ type }) => type === 'mdxJsxAttribute'), bound] };
}
