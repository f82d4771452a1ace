import type { FetchFile } from './index/open-index.ts';
import { MissingFile } from './searcher.ts';

/**
 * The files of the index at `base`, an address that ends in a slash. They are named by their content and cached for
 * good; the entry, which names them, is asked for anew.
 */
export function filesAt(base: string): FetchFile {
  return async (path, { fresh = false } = {}) => {
    const response = await fetch(base + path, fresh ? { cache: 'no-cache' } : {});
    if (response.status === 404) throw new MissingFile(`The search index has no file ${path}.`);
    if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
