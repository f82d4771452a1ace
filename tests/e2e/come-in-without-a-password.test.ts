import { randomBytes } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { App } from '../../src/server/app.ts';
import { PASSWORD, typeSignIn } from './members.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { serverHere } from './server-here.ts';
import { expect, test } from './test.ts';

// Browsers know passkeys for names alone, so these tests have a server of their own that has one.
const PORT = SITE_PORT + 10;
const HERE = `http://localhost:${PORT}`;

test.describe.configure({ mode: 'default' });
test.use({ baseURL: HERE });

let app: App;
let close: () => Promise<void>;

test.beforeAll(async () => {
  ({ app, close } = await serverHere(HERE));
});

test.afterAll(() => close());

test('a member adds a passkey, comes in with it, and removes it', async ({ page, meant }) => {
  meant.push(/status of 401/);
  const device = await deviceOf(page);
  await signedIn(page);
  await page.goto('/desk/sessions/');

  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const kept = page.getByRole('region', { name: 'Your passkeys' }).getByRole('listitem');
  await expect(kept).toHaveCount(1);
  await expect(kept).toContainText(/Chrome \d+ on Linux.*not used yet/s);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto('/desk/sessions/?from=mail');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();

  await expect(page).toHaveURL(/\/desk\/sessions\/\?from=mail$/);
  await expect(kept).toContainText('last used');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await kept.getByRole('button', { name: 'Remove it' }).click();
  await expect(kept).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('This passkey does not open this desk');
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeEnabled();
  await device.remove();
});

test('the passkey of a colleague signs in as that colleague, and cannot be removed by anybody else', async ({
  page,
  browser,
}) => {
  await deviceOf(page);
  const { email } = await signedIn(page);
  await page.goto('/desk/sessions/');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const id = await page.getByRole('button', { name: 'Remove it' }).getAttribute('value');
  const other = await browser.newPage({ baseURL: HERE });
  await signedIn(other);

  const sent = await other.request.post('/desk/sessions/', {
    form: { 'remove-passkey': id ?? '' },
    headers: { origin: HERE, accept: 'text/html' },
  });
  await page.context().clearCookies();
  await page.goto('/desk/sign-in/?next=/desk/sessions/');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();

  expect(sent.ok()).toBe(true);
  await expect(page.getByText(email)).toBeVisible();
  await other.close();
});

test('what a passkey answered is not taken a second time', async ({ page, browser }) => {
  await deviceOf(page);
  await signedIn(page);
  await page.goto('/desk/sessions/');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('button', { name: 'Remove it' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/desk/sign-in/');
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/passkey'));
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  const proof = (await asked).postDataJSON() as { proof: { response: object } };
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  const thief = await browser.newContext({ baseURL: HERE });

  const again = await thief.request.post('/desk/sign-in/passkey', { data: proof, headers: { origin: HERE } });

  expect(Object.keys(proof.proof.response)).toContain('signature');
  expect([again.status(), again.headers()['set-cookie']]).toEqual([401, undefined]);
  await thief.close();
});

test('a device that cannot check the person is not taken, and the password still is', async ({ page }) => {
  const device = await deviceOf(page);
  const { email } = await signedIn(page);
  await page.goto('/desk/sessions/');
  await device.fails();

  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('Your device did not give a passkey');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await typeSignIn(page, email, PASSWORD);

  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
});

test('a page of another site can neither add nor use one', async ({ page }) => {
  await signedIn(page);
  const { request } = page.context();
  const from = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

  const added = await request.post('/desk/sessions/passkey', { data: {}, headers: from });
  const used = await request.post('/desk/sign-in/passkey', { data: {}, headers: from });

  expect([added.status(), used.status()]).toEqual([403, 403]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nobody is offered what would not work', async ({ page }) => {
    await page.goto('/desk/sign-in/');
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expect(page.getByText('passkey')).toBeHidden();

    await signedIn(page);
    await page.goto('/desk/sessions/');

    await expect(page.getByRole('button', { name: 'Sign out here' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`passkeys are usable by everybody, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/desk/sign-in/');
      await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
      const door = await new AxeBuilder({ page }).analyze();
      await signedIn(page);
      await page.goto('/desk/sessions/');
      await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeVisible();
      const sessions = await new AxeBuilder({ page }).analyze();

      expect([...door.violations, ...sessions.violations]).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  }
}

/** Adds somebody to the desk of these tests, and signs them in by their link. */
async function signedIn(page: Page): Promise<{ email: string }> {
  const id = randomBytes(5).toString('hex');
  const email = `agent-${id}@example.com`;
  const now = Temporal.Now.instant();
  await app.store.addMember({ id, email, name: 'The agent', role: 'agent' }, now);
  await page.goto(`/desk/sign-in/password/${await (await app.signIn()).makeLink(id, now)}/`);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set it and sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk/sign-in/'));
  return { email };
}

/** A device with a fingerprint reader, as Chromium pretends to have one. */
async function deviceOf(page: Page) {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    fails: () => chromium.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    remove: () => chromium.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}
