import { readKeptPage, type KeptPage } from '../kept-page.ts';

/**
 * What the browser keeps for us. It may forbid that, take it away at any time, or have no room: then nothing is found
 * and nothing is put, and the site is what it was without a worker.
 */
export type Shelf = {
  find: (cache: string, address: string) => Promise<Response | undefined>;
  /** All or nothing: an answer that breaks off half-way is not put. */
  put: (cache: string, address: string, response: Response) => Promise<'put' | 'full' | 'refused'>;
  drop: (cache: string, addresses: readonly string[]) => Promise<void>;
  /** Paths of everything in the cache. */
  addresses: (cache: string) => Promise<string[]>;
  pages: (cache: string) => Promise<KeptPage[]>;
  /** Names of all caches. */
  names: () => Promise<string[]>;
  dropCache: (cache: string) => Promise<void>;
};

/** `open` gives the browser's storage, and may throw where the browser forbids to touch it. */
export function openShelf(open: () => CacheStorage): Shelf {
  const requests = async (name: string) => [...(await (await open().open(name)).keys())];
  const find: Shelf['find'] = (cacheName, address) =>
    // Only one form of each address is kept, so it does not matter what the browser said that it takes.
    allowed(() => open().match(address, { cacheName, ignoreVary: true }), undefined);
  return {
    find,
    async put(name, address, response) {
      try {
        const cache = await open().open(name);
        await cache.put(address, response);
        return 'put';
      } catch (error) {
        return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'refused';
      }
    },
    drop: (name, addresses) =>
      allowed(async () => {
        if (addresses.length === 0) return;
        const cache = await open().open(name);
        for (const address of addresses) await cache.delete(address, { ignoreVary: true });
      }, undefined),
    addresses: (name) => allowed(async () => (await requests(name)).map(({ url }) => new URL(url).pathname), []),
    pages: (name) =>
      allowed(async () => {
        const kept = (await requests(name)).map(async ({ url }) => {
          const { pathname } = new URL(url);
          const response = await find(name, pathname);
          return response ? [readKeptPage(pathname, response)] : [];
        });
        return (await Promise.all(kept)).flat();
      }, []),
    names: () => allowed(() => open().keys(), []),
    dropCache: (name) => allowed(async () => void (await open().delete(name)), undefined),
  };
}

/** Copies are a convenience, so a browser that refuses them is no failure that anybody need hear of. */
async function allowed<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
