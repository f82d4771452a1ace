import type { Site } from '../schema/site.ts';
import { articlePages } from './article-pages.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';

/** What a running server needs to know of the content it serves: written by the build, read at the start. */
export type ContentSummary = {
  site: Site;
  /** Slugs of all articles that readers can see. */
  slugs: string[];
  /** Every address that leads to another one, with the address that it leads to. */
  redirects: Record<string, string>;
};

/** Drafts are left out unless asked for. */
export function summarise(content: Content, { drafts = false } = {}): ContentSummary {
  const shown = editionsBySlug(content.editions.filter(({ frontmatter }) => drafts || !frontmatter.draft));
  const redirects = [...shown.values()].flatMap((editions) => {
    const first = editions[0];
    return first ? [...articlePages(editions, productOf(content, first), content.videos).redirects] : [];
  });
  return { site: content.site, slugs: [...shown.keys()], redirects: Object.fromEntries(redirects) };
}

/** The same redirects for static hosts that read a `_redirects` file, one a line. */
export function redirectsFile(redirects: Readonly<Record<string, string>>): string {
  return Object.entries(redirects)
    .map(([from, to]) => `${from} ${to} 301\n`)
    .join('');
}
