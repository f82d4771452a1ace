import type { SearchReader } from '../filters.ts';
import type { SettledSearch } from './settled-search.ts';

/**
 * Sends searches to `address`, where the site keeps them (`POST /api/searches`); undefined where it keeps none, and
 * then nothing leaves the browser. Nobody waits for it and nobody is told of a failure: it is of no use to the reader.
 */
export function searchKeeper(
  address: string | undefined,
  reader: () => SearchReader,
): ((search: SettledSearch) => void) | undefined {
  if (address === undefined) return undefined;
  return (search) => {
    const { version, audience } = reader();
    const body = JSON.stringify({ ...search, ...(version && { version }), ...(audience && { audience }) });
    // Searches are kept while the reader leaves the page, which ends any request that is not kept alive.
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      keepalive: true,
    }).catch(() => undefined);
  };
}
