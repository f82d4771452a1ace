import { nodeEngine } from './node-engine.ts';
import type { Searcher } from './search-answer.ts';
import { search } from './search.ts';

/** Searches the index in the folder at `index`, a file: or http: address that ends in a slash. Open it once and keep it. */
export async function nodeSearcher(index: URL): Promise<Searcher> {
  const engine = await nodeEngine(index);
  return {
    search: (question, options) => search(engine, question, options),
    count: async () => ({ product: [], version: [], audience: [], type: [], topic: [] }),
  };
}
