/** What belongs to one person, to the team, or to programs. Addresses of requests are secret, so none is named. */
const CLOSED = ['/api/', '/desk/', '/requests/', '/voted/', '/join/', '/articles/*/talk/', '/articles/*/voted/'];

/** `/robots.txt` (RFC 9309): everything else may be read by everybody. */
export function robots(siteUrl: string): string {
  return [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n');
}
