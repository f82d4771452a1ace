import type { RootContent } from 'hast';
import { isParent, type Tree, type TreeNode } from '../articles/tree.ts';
import type { Picture } from '../schema/picture.ts';
import { DECORATION, isPicture } from './pictures-in.ts';

/**
 * The tree with what each picture is, in the place of where its file lies. It comes before folding and hashing: who
 * sees another picture reads another page, and who sees the same one under another name does not.
 */
export function bindPictures(tree: Tree, pictures: readonly Picture[] = []): Tree {
  if (pictures.length === 0) return tree;
  const byAddress = new Map(pictures.map((picture) => [picture.written, picture]));
  const bind = (node: TreeNode): TreeNode => {
    if (!isPicture(node)) return isParent(node) ? ({ ...node, children: node.children.map(bind) } as TreeNode) : node;
    const picture = byAddress.get(String(node.properties['src'] ?? ''));
    return picture ? { ...node, properties: { ...node.properties, src: keyOf(picture) } } : node;
  };
  return { ...tree, children: tree.children.map(bind) as RootContent[] };
}

/** The picture of a bound `src`. */
export function pictureOf(src: unknown, pictures: readonly Picture[]): Picture | undefined {
  return pictures.find((picture) => keyOf(picture) === src);
}

/** Decoration keeps its mark, because it is read differently. */
function keyOf({ written, light, dark }: Picture): string {
  const start = written.startsWith(DECORATION) ? DECORATION : 'picture:';
  return start + [light.hash, ...(dark ? [dark.hash] : [])].join('+');
}
