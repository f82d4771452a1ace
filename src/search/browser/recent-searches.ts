import type { Visit } from '../../islands/visit.ts';

/** What this reader searched for in this visit and found something, the latest first, each once. */
export function recentSearches({ searches }: Pick<Visit, 'searches'>, most = 5): string[] {
  const found = searches.filter(({ results }) => results > 0).map(({ query }) => query);
  return [...new Set(found.reverse())].slice(0, most);
}
