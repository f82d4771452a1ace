import type { RequestError } from '../../schema/request-error.ts';
import { refusals } from '../../strings/en/refusals.ts';
import type { App } from '../app.ts';

/**
 * Whether a page of another site sent this: browsers say so, and nothing that a page does changes what they say.
 * Programs say nothing, and are nobody's page. https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
export function isForeign(request: Request, { siteUrl, serverUrl }: Pick<App, 'siteUrl' | 'serverUrl'>): boolean {
  const from = request.headers.get('sec-fetch-site');
  if (from === 'same-origin' || from === 'none') return false;
  const origin = request.headers.get('origin');
  // Our private pages tell nobody where they are, so their forms come from "null".
  if (origin === null || origin === 'null') return from === 'cross-site' || from === 'same-site';
  if ([siteUrl, serverUrl].some((url) => new URL(url).origin === origin)) return false;
  // Also where SITE_URL is not the name that this reader uses. A proxy may have taken the https away.
  return URL.parse(origin)?.host !== request.headers.get('host');
}

export const FROM_ELSEWHERE: RequestError = { field: '', ...refusals.fromElsewhere };
