import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentSummary } from '../../src/articles/content-summary.ts';
import { openApp, type App } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { readSettings } from '../../src/server/settings.ts';
import { siteListener } from '../../src/server/site-listener.ts';

/** A server in the process of the test, which may use its `app`: on the pages that are built, with an empty store. */
export async function serverHere(
  address: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ app: App; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-server-'));
  const settings = readSettings({
    PORT: new URL(address).port,
    HOST: '127.0.0.1',
    SITE_URL: address,
    DATABASE_URL: `file:${join(folder, 'handrail.db')}`,
    ...env,
  });
  const { site, slugs, incidents, ...leading } = JSON.parse(
    readFileSync('dist/content-summary.json', 'utf8'),
  ) as ContentSummary;
  const app = await openApp(settings, site, (slug) => slugs.includes(slug), { log: () => undefined });
  const server = await listen(await siteListener('dist', leading, { app }, settings), settings);
  return {
    app,
    close: async () => {
      await server.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
