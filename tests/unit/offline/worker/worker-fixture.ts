import { cacheNames } from '../../../../src/offline/cache-names.ts';
import type { OfflineBuild } from '../../../../src/offline/offline-build.ts';
import type { Keeping } from '../../../../src/offline/worker/keeping.ts';
import type { AskEvent } from '../../../../src/offline/worker/scope.ts';
import { openShelf } from '../../../../src/offline/worker/shelf.ts';

export const SITE = 'https://help.example.com';

/** A network of files by path. A path that is not there answers 404; a network that is down rejects. */
export type Network = {
  files: Record<string, string>;
  isDown: boolean;
  asked: string[];
  answer?: () => Promise<Response>;
};

/** What a worker works with: a network and a browser's storage, both of the test's own, and a clock that goes on by one. */
export function keepingOver(
  files: Record<string, string>,
  given: Partial<Keeping> & { storage?: CacheStorage; table?: Partial<OfflineBuild> } = {},
): Keeping & { network: Network; storage: CacheStorage } {
  const { storage = memoryCaches(), table, ...others } = given;
  const network: Network = { files, isDown: false, asked: [] };
  let now = 1_000;
  return {
    build: { id: 'here', assets: {}, keepsWholeIndex: true, ...table },
    base: '/',
    names: cacheNames('/'),
    shelf: openShelf(() => storage),
    nowMs: () => now++,
    pause: async () => undefined,
    isSavingData: () => false,
    roomBytes: async () => Number.POSITIVE_INFINITY,
    async fetch(address) {
      const { pathname } = new URL(typeof address === 'string' ? address : address.url, SITE);
      network.asked.push(pathname);
      if (network.isDown) throw new TypeError('Failed to fetch');
      if (network.answer) return network.answer();
      const text = network.files[pathname];
      if (text === undefined) return new Response('nothing here', { status: 404 });
      const type = pathname.endsWith('/') ? 'text/html' : 'application/octet-stream';
      return new Response(text, { headers: { 'content-type': type } });
    },
    network,
    storage,
    ...others,
  };
}

/** A request as the worker is told of it, and a way to wait for all that it keeps the worker alive for. */
export function asking(path: string): AskEvent & { settled: () => Promise<void> } {
  const work: Promise<unknown>[] = [];
  return {
    request: new Request(SITE + path),
    preloadResponse: Promise.resolve(undefined),
    waitUntil: (promise) => void work.push(promise),
    respondWith: () => undefined,
    async settled() {
      // What is waited for may itself wait for more.
      for (let done = 0; done < work.length; done = work.length) await Promise.all(work);
    },
  };
}

/** A browser's storage in memory, as far as it is used; `refuse` says why a response may not be put. */
export function memoryCaches(refuse?: (cache: string, address: string) => Error | undefined): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const kept = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, kept);
    return {
      match: async (address: string) => kept.get(pathOf(address))?.clone(),
      async put(address: string, response: Response) {
        const error = refuse?.(name, address);
        if (error) throw error;
        const body = await response.arrayBuffer();
        kept.set(pathOf(address), new Response(body, { headers: response.headers }));
      },
      delete: async (address: string) => kept.delete(pathOf(address)),
      keys: async () => [...kept.keys()].map((path) => new Request(SITE + path)),
    };
  };
  const storage = {
    open: async (name: string) => open(name),
    has: async (name: string) => caches.has(name),
    keys: async () => [...caches.keys()],
    delete: async (name: string) => caches.delete(name),
    match: async (address: string, { cacheName = '' } = {}) => caches.get(cacheName)?.get(pathOf(address))?.clone(),
  };
  return storage as unknown as CacheStorage;
}

function pathOf(address: string): string {
  return new URL(address, SITE).pathname;
}
