import type { App } from '../app.ts';

/** Lets the pages of this site ask the server where the two are on different hosts, and nobody else's pages. */
export function crossOriginHeaders(request: Request, { siteUrl }: Pick<App, 'siteUrl'>): Record<string, string> {
  const siteOrigin = new URL(siteUrl).origin;
  const isOurs = request.headers.get('origin') === siteOrigin;
  // Without the second a browser on another host does not see for how long it is asked to wait.
  const toOurs = { 'access-control-allow-origin': siteOrigin, 'access-control-expose-headers': 'retry-after' };
  return { vary: 'origin', ...(isOurs && toOurs) };
}

/** Answer to OPTIONS, with which a browser asks whether a page of another host may send what it wants to send. */
export function preflight(request: Request, app: Pick<App, 'siteUrl'>): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...crossOriginHeaders(request, app),
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'content-type, idempotency-key, altcha',
      'access-control-max-age': '86400',
    },
  });
}
