import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { anotherServer } from './another-server.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const PORT = SITE_PORT + 6;
const URL_HERE = `http://127.0.0.1:${PORT}`;

/** What the proxy in front of the server says of its customers, of whom each test has one. */
const from = (address: string) => ({ 'x-forwarded-for': address });

let server: Awaited<ReturnType<typeof anotherServer>>;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  server = await anotherServer(PORT, { TRUSTED_PROXIES: 'loopback', DATABASE_URL: newDatabase() });
});
test.afterAll(() => server.stop());

test.describe('with JavaScript', () => {
  test.use({ baseURL: URL_HERE, extraHTTPHeaders: from('198.51.100.1'), meant: [/429/] });

  test('my browser works for my place, says so, and my message goes through', async ({ page }) => {
    for (let count = 0; count < 5; count++) expect(await sendOne('198.51.100.1')).toBe(201);
    countOn();
    let go = () => {};
    const seen = new Promise<void>((resolve) => (go = resolve));
    // However fast the work is done, the page is seen at it.
    await page.route('**/api/escalations', async (route) => {
      if ('altcha' in route.request().headers()) await seen;
      await route.continue();
    });
    await page.goto('/talk/');
    await page.getByLabel('What happens, and what do you need?').fill('It beeps.');
    await page.getByLabel('Your name').fill('A reader');
    await page.getByLabel('Your e-mail address').fill('reader@example.com');

    await page.getByRole('button', { name: 'Send to a person' }).click();

    await expect(
      page.getByText('Much comes in just now, so we ask this browser for a few seconds of work.'),
    ).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'How much of the work is done' })).toBeVisible();
    go();
    await expect(page.getByRole('heading', { name: /^We have it\. A person answers by/ })).toBeVisible({
      timeout: 45_000,
    });
  });

  test('I never meet the field that is there for programs', async ({ page }) => {
    await page.goto('/talk/');

    await expect(page.getByRole('textbox', { name: 'Leave this empty' })).toHaveCount(0);
    await page.getByRole('heading', { name: 'Talk to a person' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('What happens, and what do you need?')).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).include('.talk-form').analyze();
    expect(violations).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ baseURL: URL_HERE, javaScriptEnabled: false, meant: [/429/] });

  test.describe('when few came before me', () => {
    test.use({ extraHTTPHeaders: from('198.51.100.2') });

    test('my message is taken, and Back and send again makes no second one', async ({ page }) => {
      await page.goto('/talk/');
      await fillIn(page);
      await page.getByRole('button', { name: 'Send to a person' }).click();
      await page.waitForURL(/\/requests\//);
      const first = page.url();

      await page.goBack();
      await expect(page.getByLabel('Your name')).toHaveValue('A reader');
      await page.getByRole('button', { name: 'Send to a person' }).click();
      await page.waitForURL(/\/requests\//);

      expect(page.url()).toBe(first);
    });
  });

  test.describe('when very many came from my connection', () => {
    test.use({ extraHTTPHeaders: from('198.51.100.3') });

    test('I am told when to come again and whom to call, and my text stands there', async ({ page }) => {
      for (let count = 0; count < 30; count++) expect(await sendForm('198.51.100.3')).toBe(303);
      countOn();
      await page.goto('/talk/');
      await fillIn(page);

      const answer = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('button', { name: 'Send to a person' }).click();

      expect((await answer).status()).toBe(429);
      expect(Number((await answer).headers()['retry-after'])).toBeGreaterThan(0);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('Nothing is lost, and your text is still here:');
      await expect(alert).toContainText('Very many requests came from your connection within ten minutes');
      await expect(alert).toContainText('Please call ');
      await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue('It beeps.');
    });
  });
});

function newDatabase(): string {
  return `file:${join(mkdtempSync(join(tmpdir(), 'handrail-')), 'handrail.db')}`;
}

/** Every ten minutes it is counted anew, perhaps in the middle of a test: what came so far counts after that as well. */
function countOn(): void {
  using store = new DatabaseSync(String(server.env['DATABASE_URL']).slice('file:'.length), { timeout: 5_000 });
  store.exec(`
    insert or replace into limits
      select bucket, starts_at, ends_at, sum(times) over (partition by bucket) from limits
        where bucket like 'escalations %'
      union all
      select bucket, max(ends_at), '2100', sum(times) from limits where bucket like 'escalations %' group by bucket
  `);
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('What happens, and what do you need?').fill('It beeps.');
  await page.getByLabel('Your name').fill('A reader');
  await page.getByLabel('Your e-mail address').fill('reader@example.com');
}

const escalation = { channel: 'email', name: 'A reader', email: 'reader@example.com', message: 'It beeps.' };

async function sendOne(address: string): Promise<number> {
  const response = await fetch(`${URL_HERE}/api/escalations`, {
    method: 'POST',
    headers: { ...from(address), 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(escalation),
  });
  return response.status;
}

async function sendForm(address: string): Promise<number> {
  const response = await fetch(`${URL_HERE}/api/escalations`, {
    method: 'POST',
    headers: from(address),
    body: new URLSearchParams({ ...escalation, key: randomUUID() }),
    redirect: 'manual',
  });
  return response.status;
}
