import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files below a folder, those whose path `counts` accepts, and their bytes; none where there is no such folder. */
export async function folderSize(
  folder: string,
  counts: (path: string) => boolean = () => true,
): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(paths.filter(counts).map(async (path) => (await stat(path)).size));
  return { files: sizes.length, bytes: sizes.reduce((total, size) => total + size, 0) };
}
