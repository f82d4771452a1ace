/**
 * Where the server's pages and endpoints are, seen from a static page: `''` on the same host, an origin where
 * PUBLIC_API_URL names one, undefined where the site has no server at all (PUBLIC_API_URL=none).
 */
export function serverOrigin(): string | undefined {
  const configured = import.meta.env.PUBLIC_API_URL;
  if (configured === 'none') return undefined;
  return configured?.replace(/\/$/, '') ?? '';
}

/** The form that reaches a person; without a server, the phone and the e-mail at the foot of the page. */
export function talkAddress(article?: { slug: string; version: string; audience: string }): string {
  const origin = serverOrigin();
  if (origin === undefined) return '#contact';
  if (!article) return `${origin}/talk/`;
  const about = new URLSearchParams({ version: article.version, audience: article.audience });
  return `${origin}/articles/${article.slug}/talk/?${about}`;
}

/** Search answers without JavaScript only where there is a server. */
export function searchAddress(): string {
  return `${serverOrigin() ?? ''}/search/`;
}
