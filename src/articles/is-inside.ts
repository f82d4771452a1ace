import { relative, resolve, sep } from 'node:path';

/** Whether `path` lies below `folder`; the folder itself does not. */
export function isInside(folder: string, path: string): boolean {
  const from = relative(resolve(folder), resolve(path));
  return from !== '' && from !== '..' && !from.startsWith(`..${sep}`);
}
