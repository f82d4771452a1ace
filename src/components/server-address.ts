import type { SearchAnswer } from '../search/search-answer.ts';

/**
 * Where the server's pages and endpoints are, seen from a static page: `''` on the same host, an address where
 * PUBLIC_API_URL names one, undefined where the site has no server at all (PUBLIC_API_URL=none).
 */
export function serverOrigin(): string | undefined {
  switch (HANDRAIL_PUBLIC_API.kind) {
    case 'same-host':
      return '';
    case 'elsewhere':
      return HANDRAIL_PUBLIC_API.url;
    case 'none':
      return undefined;
  }
}

/**
 * The address of a page of the site, such as `/`, for a link on this page (`Astro`). A server that stands elsewhere has
 * pages of its own, which lead back to the site that customers know, and not to a copy of it beside them.
 */
export function siteAddress(
  path: string,
  { site, isPrerendered }: { site?: URL | undefined; isPrerendered: boolean },
): string {
  if (HANDRAIL_PUBLIC_API.kind !== 'elsewhere' || isPrerendered || !site) return path;
  return new URL(path, site).href;
}

/** The form that reaches a person; without a server, the phone and the e-mail at the foot of the page. */
export function talkAddress(article?: {
  slug: string;
  version: string;
  audience: string;
  contentHash?: string;
}): string {
  const origin = serverOrigin();
  if (origin === undefined) return '#contact';
  if (!article) return `${origin}/talk/`;
  const { version, audience, contentHash } = article;
  const about = new URLSearchParams({ version, audience, ...(contentHash !== undefined && { contentHash }) });
  return `${origin}/articles/${article.slug}/talk/?${about}`;
}

/** The same from the results of a search: without JavaScript nobody else remembers what was searched for. */
export function talkAboutSearch(answer?: Pick<SearchAnswer, 'question' | 'rows'>): string {
  const address = talkAddress();
  if (!answer?.question.trim() || !address.endsWith('/')) return address;
  return `${address}?${new URLSearchParams({ q: answer.question.trim(), results: String(answer.rows.length) })}`;
}

/** Search answers without JavaScript only where there is a server. */
export function searchAddress(): string {
  return `${serverOrigin() ?? ''}/search/`;
}
