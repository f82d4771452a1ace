import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';

/** What a page in dev says as soon as it listens. */
export const ASKED = 'handrail:asked';
/** Where Astro keeps the content that pages in dev are made of, below the root. */
const STORE_FILE = '.astro/data-store.json';

/**
 * The script of pages in dev: tells the server how long ago the page was asked for, at once and whenever the connection
 * opens. An age, because the clock of a browser may be another; each time anew, because what is sent before the
 * connection is open waits, and grows older.
 */
export const SAY_WHEN_ASKED = `
  const say = () => import.meta.hot?.send('${ASKED}', { msAgo: performance.now() });
  import.meta.hot?.on('vite:ws:connect', say);
  say();
`;

type DevServer = {
  config: Pick<ViteDevServer['config'], 'root'>;
  environments: { client: { hot: Pick<ViteDevServer['environments']['client']['hot'], 'on'> } };
};

/**
 * Loads pages of `astro dev` anew that were asked for before the content was last written, and that listen only since:
 * the word of the change went out while they could not hear it.
 */
export function reloadLatePages({ config, environments }: DevServer): void {
  environments.client.hot.on(ASKED, async ({ msAgo }: { msAgo: number }, page) => {
    const askedAtMs = Date.now() - msAgo;
    // Where nothing is kept, no page can be late.
    const kept = await stat(join(config.root, STORE_FILE)).catch(() => undefined);
    if (kept && askedAtMs < kept.mtimeMs) page.send({ type: 'full-reload' });
  });
}
