import type { Element, Properties, RootContent } from 'hast';
import { isParent, type Tree, type TreeNode } from '../articles/tree.ts';
import type { Picture } from '../schema/picture.ts';
import { pictureSources } from './picture-sources.ts';
import { DECORATION, isPicture } from './pictures-in.ts';

/** Says what a picture is, and never reaches a page. */
const MARK = 'dataPicture';

/**
 * The tree with the address of each picture, and what it is. It comes before folding and hashing: who sees another
 * picture reads another page, and who sees the same one under another name does not.
 */
export function bindPictures(tree: Tree, pictures: readonly Picture[] = []): Tree {
  if (pictures.length === 0) return tree;
  const byAddress = new Map(pictures.map((picture) => [picture.written, picture]));
  const bind = (node: TreeNode): TreeNode => {
    if (!isPicture(node)) return isParent(node) ? ({ ...node, children: node.children.map(bind) } as TreeNode) : node;
    const picture = byAddress.get(String(node.properties['src'] ?? ''));
    if (!picture) return node;
    const { src } = pictureSources(picture).img;
    return { ...node, properties: { ...node.properties, src, [MARK]: keyOf(picture) } };
  };
  return { ...tree, children: tree.children.map(bind) as RootContent[] };
}

/** Which of `pictures` a bound node shows. */
export function pictureOf({ properties }: Element, pictures: readonly Picture[]): Picture | undefined {
  return pictures.find((picture) => keyOf(picture) === properties[MARK]);
}

/** What is read of a picture: what it is and says, whatever its address. */
export function readOfPicture({ properties: { src, [MARK]: mark, ...rest } }: Element): Properties {
  return { src: typeof mark === 'string' ? mark : src, ...rest };
}

/** Decoration keeps its mark, because it is read differently. */
function keyOf({ written, light, dark }: Picture): string {
  const start = written.startsWith(DECORATION) ? DECORATION : 'picture:';
  return start + [light.hash, ...(dark ? [dark.hash] : [])].join('+');
}
