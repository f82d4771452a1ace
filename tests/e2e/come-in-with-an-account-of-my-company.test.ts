import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentSummary } from '../../src/articles/content-summary.ts';
import { openApp, type App } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { siteListener } from '../../src/server/site-listener.ts';
import { readSettings } from '../../src/server/settings.ts';
import { CLIENT, oidcProvider, type OidcProvider } from '../fixtures/oidc-provider.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

// A server of its own, which knows a provider; that asks on another host than that of its issuer.
const PORT = SITE_PORT + 8;
const HERE = `http://127.0.0.1:${PORT}`;

test.describe.configure({ mode: 'default' });
test.use({ baseURL: HERE });

let app: App;
let provider: OidcProvider;
let close: () => Promise<void>;

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-single-sign-on-'));
  provider = await oidcProvider({ comes: { sub: 'u-1', email: 'jo@example.com', email_verified: true } });
  const settings = readSettings({
    PORT: String(PORT),
    HOST: '127.0.0.1',
    SITE_URL: HERE,
    DATABASE_URL: `file:${join(folder, 'handrail.db')}`,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
  });
  const { site, slugs, incidents, ...leading } = JSON.parse(
    readFileSync('dist/content-summary.json', 'utf8'),
  ) as ContentSummary;
  app = await openApp(settings, site, (slug) => slugs.includes(slug), { log: () => undefined });
  await app.store.addMember({ id: 'm-1', email: 'jo@example.com', name: 'Jo', role: 'agent' }, Temporal.Now.instant());
  const server = await listen(await siteListener('dist', leading, { app }, settings), settings);
  close = async () => {
    await server.close();
    await app.close();
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  };
});

test.afterAll(() => close());

test('a member comes in by way of two other hosts, which no form of the desk names', async ({ page, meant }) => {
  meant.push(/^third party: http:\/\/localhost:\d+\/authorize\?/);
  await page.goto('/desk/sign-in/');

  await page.getByRole('button', { name: /company/i }).click();

  await expect(page).toHaveURL(`${HERE}/desk/`);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  expect(provider.complaints()).toEqual([]);
});
