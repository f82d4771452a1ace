import { browserEngine } from './browser-engine.ts';
import type { Searcher } from './search-answer.ts';
import { search } from './search.ts';

/**
 * Searches the index at `base`, an address that ends in a slash. Nothing is fetched before the first question or
 * `prepare`, which a reader's focus calls; where loading failed, the next question tries again.
 */
export function browserSearcher(base: string): Searcher & { prepare: () => void } {
  const engine = browserEngine(base);
  return {
    // Somebody who has not asked anything yet need not hear that it failed.
    prepare: () => void engine().catch(() => undefined),
    search: async (question, options) => search(await engine(), question, options),
    count: async () => ({ product: [], version: [], audience: [], type: [], topic: [] }),
  };
}
