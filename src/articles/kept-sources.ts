import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../schema/article.ts';

/** Beside what is served, below the folder in which a build and its server run. */
const FOLDER = 'dist/sources';

/**
 * Keeps the texts of a build as files. In Astro's store they would be bundled as code, once for the pages and once
 * for the server, and all be in memory as long as either runs.
 */
export async function keepSources(editions: readonly Pick<Edition, 'id' | 'source'>[], folder = FOLDER): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { id, source } of editions) await writeFile(join(folder, `${id}.mdx`), source);
}

/** The edition with its text, which is read from the kept files whenever it is asked for. */
export function withKeptSource<Entry extends { id: string }>(
  edition: Entry,
  folder = FOLDER,
): Entry & Pick<Edition, 'source'> {
  return Object.defineProperty({ ...edition, source: '' }, 'source', {
    enumerable: true,
    get: () => readFileSync(join(folder, `${edition.id}.mdx`), 'utf8'),
  });
}
