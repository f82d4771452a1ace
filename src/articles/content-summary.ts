import type { Site } from '../schema/site.ts';
import { twinAddress } from '../discovery/twin-address.ts';
import { articlePages } from './article-pages.ts';
import { incidentsOf, type Incident } from './incidents.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';

/** What a running server needs to know of the content it serves: written by the build, read at the start. */
export type ContentSummary = {
  site: Site;
  /** Slugs of all articles that readers can see. */
  slugs: string[];
  /** Addresses of readers who share a page, with its address: another one as soon as the text tells them apart. */
  redirects: Record<string, string>;
  /** Addresses that articles had earlier, as requests for them are looked up, with those of today. */
  former: Record<string, string>;
  /** Last days of support, one for each version that has one: from the day after, pages say so. */
  supportEnds: string[];
  /** Those that readers can see, open ones first. */
  incidents: Incident[];
};

/** Drafts are left out unless asked for. */
export function summarise(content: Content, { drafts = false } = {}): ContentSummary {
  const shown = editionsBySlug(content.editions.filter(({ frontmatter }) => drafts || !frontmatter.draft));
  const articles = [...shown.values()].flatMap((editions) => {
    const first = editions[0];
    return first ? [articlePages(editions, productOf(content, first), content.videos)] : [];
  });
  return {
    site: content.site,
    slugs: [...shown.keys()],
    redirects: Object.fromEntries(articles.flatMap(({ redirects }) => [...redirects])),
    former: Object.fromEntries(articles.flatMap(({ former }) => [...former])),
    supportEnds: content.products.flatMap(({ versions }) => versions.flatMap(({ supportEnds }) => supportEnds ?? [])),
    incidents: incidentsOf(content, { drafts }),
  };
}

/**
 * The same redirects for static hosts that read a `_redirects` file, one a line. Some of them take an address with a
 * slash at its end for another one, and nobody knows how former addresses were written down. Each has a Markdown twin,
 * as every page has.
 */
export function redirectsFile({ redirects, former }: Pick<ContentSummary, 'redirects' | 'former'>): string {
  const bare = Object.entries(former).map(([from, to]) => [from.slice(0, -1), to] as const);
  const leading = [...Object.entries(redirects), ...Object.entries(former)];
  const twins = leading.map(([from, to]) => [twinAddress(from), twinAddress(to)] as const);
  return [...leading, ...bare, ...twins].map(([from, to]) => `${from} ${to} 301\n`).join('');
}
