import type { ViteDevServer } from 'vite';
import { isInside } from '../articles/is-inside.ts';
import { readContent } from '../articles/read-content.ts';
import { Mistakes } from '../errors/user-error.ts';
import { indexFiles } from './build-index.ts';
import { indexedSite } from './indexed-site.ts';
import { searchRecords } from './search-records.ts';

type Files = ReadonlyMap<string, Uint8Array>;
type DevServer = Pick<ViteDevServer, 'middlewares' | 'watcher' | 'config'>;

/** Where pages fetch the index from, behind the site's base. */
const ADDRESS = /\/pagefind\/([^?#]+)/;
/** An editor that saves several files at once makes one new index. */
const QUIET_MS = 300;

/**
 * Serves `/pagefind/` in dev from memory: the same index as a build's, of the working tree, drafts included.
 * It is built on the first request and again after each change of the content; until the new one is ready, and where
 * the content has mistakes, the old one is served. `refresh` waits until the newest content is in it.
 */
export function serveDevIndex(server: DevServer, contentDir: string): { refresh: () => Promise<void> } {
  const { logger } = server.config;
  let current: Files = new Map();
  // A page that is open keeps asking for pieces of the index that it began with.
  let previous: Files = new Map();
  let building: Promise<void> | undefined;
  let isStale = true;
  let timer: NodeJS.Timeout | undefined;

  const rebuild = async () => {
    while (isStale) {
      isStale = false;
      try {
        const files = await devIndex(contentDir);
        previous = current;
        current = files;
      } catch (error) {
        // The content loader reports a writer's mistakes already; anything else is ours to say.
        if (!(error instanceof Mistakes)) logger.error(`Search index: ${String(error)}`, { timestamp: true });
      }
    }
  };
  const refresh = () => (building ??= rebuild().finally(() => (building = undefined)));

  for (const event of ['add', 'change', 'unlink'] as const) {
    server.watcher.on(event, (path) => {
      if (!isInside(contentDir, path)) return;
      isStale = true;
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), QUIET_MS).unref();
    });
  }
  server.middlewares.use(async (request, response, next) => {
    const path = ADDRESS.exec(request.url ?? '')?.[1];
    if (path === undefined) return next();
    if (current.size === 0) await refresh();
    const content = current.get(path) ?? previous.get(path);
    if (!content) return next();
    response.setHeader('content-type', typeOf(path));
    response.setHeader('cache-control', 'no-store');
    response.end(content);
  });
  return { refresh };
}

async function devIndex(contentDir: string): Promise<Files> {
  const content = await readContent(contentDir);
  return indexFiles(searchRecords(content, { drafts: true }), indexedSite(content));
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
