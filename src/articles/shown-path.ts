import { basename, join, relative } from 'node:path';

/** `content/articles/…`: from the folder that holds the content folder. */
export function shownPath(root: string, path: string): string {
  return join(basename(root), relative(root, path)).replaceAll('\\', '/');
}
