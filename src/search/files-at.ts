import type { FetchFile } from './index/open-index.ts';
import { MissingFile } from './searcher.ts';

/** A piece of the index is some 10 kB: longer than the slowest phone needs for it. */
const PATIENCE_MS = 12_000;

/**
 * The files of the index at `base`, an address that ends in a slash. They are named by their content and cached for
 * good; the entry, which names them, is asked for anew.
 */
export function filesAt(base: string): FetchFile {
  const isMissing = ({ status, headers }: Response) =>
    // Hosts that list no folders answer 403, and some send their page for what is not found with 200.
    [403, 404, 410].includes(status) || headers.get('content-type')?.startsWith('text/html') === true;
  return async (path, { fresh = false } = {}) => {
    // A request that hangs must not hold up the next question.
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(base + path, { signal, ...(fresh && { cache: 'no-cache' }) });
    if (isMissing(response)) throw new MissingFile(`The search index has no file ${path}.`);
    if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
