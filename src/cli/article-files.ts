import { basename, join } from 'node:path';
import { fileNamesIfAny } from '../files/file-names.ts';

/** Finds the files of an article by its slug, in the order of their names; none where there is no such article. */
export async function articleFiles(contentDir: string): Promise<(slug: string) => readonly string[]> {
  const bySlug = await filesBySlug(contentDir);
  return (slug) => bySlug.get(slug) ?? [];
}

/** Slugs of all articles that have a file. */
export async function articleSlugs(contentDir: string): Promise<string[]> {
  return [...(await filesBySlug(contentDir)).keys()];
}

async function filesBySlug(contentDir: string): Promise<Map<string, string[]>> {
  const names = (await fileNamesIfAny(join(contentDir, 'articles'))) ?? [];
  const paths = names.filter((name) => name.endsWith('.mdx'));
  const bySlug = Map.groupBy(paths.sort(), (path) => basename(path, '.mdx').replace(/@.*$/, ''));
  return new Map([...bySlug].map(([slug, found]) => [slug, found.map((path) => join(contentDir, 'articles', path))]));
}
