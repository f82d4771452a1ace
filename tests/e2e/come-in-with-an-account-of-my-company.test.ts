import { CLIENT, oidcProvider, type OidcProvider } from '../fixtures/oidc-provider.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { serverHere } from './server-here.ts';
import { expect, test } from './test.ts';

// A server of its own, which knows a provider; that asks on another host than that of its issuer.
const PORT = SITE_PORT + 8;
const HERE = `http://127.0.0.1:${PORT}`;

test.describe.configure({ mode: 'default' });
test.use({ baseURL: HERE });

let provider: OidcProvider;
let close: () => Promise<void>;

test.beforeAll(async () => {
  provider = await oidcProvider({ comes: { sub: 'u-1', email: 'jo@example.com', email_verified: true } });
  const { app, close: closeServer } = await serverHere(HERE, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
  });
  await app.store.addMember({ id: 'm-1', email: 'jo@example.com', name: 'Jo', role: 'agent' }, Temporal.Now.instant());
  close = async () => {
    await closeServer();
    await provider.stop();
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
