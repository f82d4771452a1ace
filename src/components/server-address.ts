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
