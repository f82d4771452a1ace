import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Paths of all files below `root`, with `/` between their parts; rejects where there is no such folder. */
export async function fileNames(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The same; undefined where there is no such folder. */
export async function fileNamesIfAny(root: string): Promise<string[] | undefined> {
  try {
    return await fileNames(root);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw new Error(`The folder ${root} could not be read.`, { cause: error });
  }
}
