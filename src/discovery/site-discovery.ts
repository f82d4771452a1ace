import { articlePaths, type ArticlePath, type ArticleProps } from '../articles/article-paths.ts';
import { siteContent } from '../articles/site-content.ts';
import { readSettings } from '../server/settings.ts';
import { lastChanges, type LastChanges } from './last-changes.ts';
import { articlesOf } from './public-pages.ts';

let keptPaths: Promise<ArticlePath[]> | undefined;
let keptChanges: Promise<LastChanges> | undefined;

/**
 * Every address of every article. Kept for the life of a build, because several routes are made from it; read afresh
 * in dev.
 */
export function sitePaths(): Promise<ArticlePath[]> {
  const read = async () => articlePaths(await siteContent(), { redirects: true });
  return import.meta.env.DEV ? read() : (keptPaths ??= read());
}

/** Every page of every article. */
export async function siteArticles(): Promise<ArticleProps[]> {
  return articlesOf(await sitePaths());
}

/** When the files of the content last changed. In dev git is asked once: a commit shows after the next start. */
export function siteChanges(): Promise<LastChanges> {
  return (keptChanges ??= lastChanges(readSettings(process.env).contentDir));
}
