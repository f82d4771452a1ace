import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Frontmatter, type Edition } from '../schema/article.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Editions as readers see them: with the texts that the last build kept. Those that are not built yet are left out,
 * and undefined stands for a build that kept none.
 */
export async function builtEditions(
  editions: readonly Edition[],
  folder = 'dist/sources',
): Promise<Edition[] | undefined> {
  const built = await Promise.all(editions.map((edition) => builtEdition(edition, folder)));
  const known = built.filter((edition) => edition !== undefined);
  return known.length === 0 ? undefined : known;
}

async function builtEdition(edition: Edition, folder: string): Promise<Edition | undefined> {
  const source = await textOf(join(folder, `${edition.id}.mdx`));
  if (source === undefined || source === edition.source) return source === undefined ? undefined : edition;
  const fields = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source)?.[1];
  const read = readYaml(fields ?? '', edition.file, Frontmatter);
  // What an older Handrail built may have fields that this one does not know: the file is nearest to it.
  return read.ok ? { ...edition, frontmatter: read.value, source } : edition;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The text that was built could not be read: ${path}`, { cause: error });
  }
}
