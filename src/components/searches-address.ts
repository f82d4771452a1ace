import type { Site } from '../schema/site.ts';
import { serverOrigin } from './server-address.ts';

/** Where browsers send what was searched for; undefined where the site keeps no searches, or has no server. */
export function searchesAddress({ switches }: Pick<Site, 'switches'>): string | undefined {
  const origin = serverOrigin();
  return switches.keepSearches && origin !== undefined ? `${origin}/api/searches` : undefined;
}
