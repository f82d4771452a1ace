import { getCollection, getEntry } from 'astro:content';
import type { Content } from './content.ts';
import { withKeptSource } from './kept-sources.ts';

let kept: Promise<Content> | undefined;

/**
 * The content of the site, for pages. Drafts are left out of everything but `astro dev`.
 * Kept for the life of a build or a server, where content cannot change; read afresh in dev.
 */
export function siteContent(): Promise<Content> {
  return import.meta.env.DEV ? gather() : (kept ??= gather());
}

async function gather(): Promise<Content> {
  const site = await getEntry('site', 'site');
  if (!site) throw new Error('The content store holds no site: its loader did not run.');
  const stored = inOrder(await getCollection('editions'));
  return {
    site: site.data,
    audiences: inOrder(await getCollection('audiences')),
    topics: inOrder(await getCollection('topics')),
    products: inOrder(await getCollection('products')),
    editions: import.meta.env.DEV
      ? stored
      : stored.filter(({ frontmatter }) => !frontmatter.draft).map((edition) => withKeptSource(edition)),
    videos: inOrder(await getCollection('videos')),
  };
}

function inOrder<Data extends { position: number }>(entries: readonly { data: Data }[]): Data[] {
  return entries.map(({ data }) => data).sort((a, b) => a.position - b.position);
}
