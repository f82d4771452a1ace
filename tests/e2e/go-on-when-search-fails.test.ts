import type { Page } from '@playwright/test';
import { stopTheClock } from './stopped-clock.ts';
import { expect, test } from './test.ts';

// The browser itself complains of each answer like these; the page must not.
const NETWORK = [/status of 404/, /pagefind/, /ERR_/];
const INDEX = '**/pagefind/**';

test('a missing index is said in a sentence, and the article stays readable', async ({ page, meant }) => {
  meant.push(...NETWORK);
  await page.route(INDEX, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('/articles/restore-a-file/');

  await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');

  await expect(page.getByText(/could not be loaded/i).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('“Try again” in the box works once the index is back', async ({ page, meant }) => {
  meant.push(...NETWORK);
  await page.route(INDEX, (route) => route.abort('connectionreset'));
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();

  await page.unroute(INDEX);
  await again.click();

  await expect(page.getByRole('option').first()).toContainText('printer');
});

test('results that cannot be loaded leave other ways, and “Try again” works', async ({ page, meant }) => {
  meant.push(...NETWORK);
  await page.route(INDEX, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await withoutServerAnswer(page, '/search/?q=printer');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('status')).toContainText('Search could not be loaded. Try again');
  await expect(page).toHaveTitle('Search: printer · Northlight Help');
  await expect(results.getByRole('link', { name: 'Files and backup' })).toBeVisible();
  await expect(results.getByRole('link', { name: 'help@northlight.example' })).toBeVisible();

  await page.unroute(INDEX);
  await results.getByRole('button', { name: 'Try again' }).click();

  await expect(results.getByRole('link', { name: 'The computer does not find my printer' })).toBeVisible();
  await expect(results.getByRole('button', { name: 'Try again' })).toBeHidden();
});

test('an index that comes only by half is a failure with a sentence, too', async ({ page, meant }) => {
  meant.push(...NETWORK);
  await page.route(INDEX, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  });
  await withoutServerAnswer(page, '/search/?q=printer');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('status')).toContainText(
    'Search could not be loaded.',
  );
  // The first half is enough to fail; others may still be on their way.
  await page.unrouteAll({ behavior: 'wait' });
});

test('an index that never comes is said to be slow, and given up', async ({ page }) => {
  await stopTheClock(page);
  await page.route(INDEX, () => undefined);
  await withoutServerAnswer(page, '/search/?q=printer');
  const status = page.getByRole('region', { name: 'Results' }).getByRole('status');

  await page.clock.runFor(1_000);
  await expect(status).toContainText('Looking …');
  await page.clock.runFor(5_000);
  await expect(status).toContainText('Still looking. The connection is slow.');
  await page.clock.runFor(15_000);

  await expect(status).toContainText('Search could not be loaded.');
});

test('before the first answer no other ways are shown', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(INDEX, (route) => held.then(() => route.continue()));
  const asked = page.waitForRequest(INDEX);
  await withoutServerAnswer(page, '/search/?q=printer');
  await asked;
  const topics = page.getByRole('region', { name: 'Results' }).getByRole('link', { name: 'Files and backup' });

  await expect(topics).toBeHidden();
  release();

  await expect(page.locator('.result').first()).toBeVisible();
  await expect(topics).toBeHidden();
});

test('who is offline is told so, and answered as soon as the line is back', async ({ page, context, meant }) => {
  meant.push(...NETWORK, /favicon/);
  await page.route(INDEX, (route) => route.abort('internetdisconnected'));
  await withoutServerAnswer(page, '/search/');
  await context.setOffline(true);
  await page.evaluate(() => history.replaceState(null, '', '/search/?q=printer&type=how-to'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('status')).toContainText('You are offline');

  await page.unroute(INDEX);
  await context.setOffline(false);

  await expect(results.locator('.result').first()).toBeVisible();
});

/** The page of results as a host without a server has it: there the browser searches. */
async function withoutServerAnswer(page: Page, address: string): Promise<void> {
  await page.route(
    (url) => url.pathname === '/search/' && url.searchParams.has('q'),
    async (route) => route.fulfill({ response: await route.fetch({ url: new URL('/search/', page.url()).href }) }),
  );
  await page.goto('/');
  await page.goto(address);
}
