import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

test('what was searched for is sent to nobody, unless the site keeps searches', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.goto('/search/?q=printer');
  const result = page.getByRole('region', { name: 'Results' }).getByRole('link').first();

  await result.click();

  await expect(page).toHaveURL(/\/articles\//);
  expect(sent).toEqual([]);
});

test('a site that keeps searches is told what was chosen', async ({ page }) => {
  await keepSearches(page, '');
  await page.goto('/');
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('disk full');
  await expect(page.getByRole('option').first()).toContainText('Why does Sync say the disk is full');
  const kept = page.waitForResponse('/api/searches');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');

  const response = await kept;
  expect(response.request().postDataJSON()).toMatchObject({ query: 'disk full', chosen: 'sync-says-disk-full' });
  expect(response.status()).toBe(204);
});

test.describe('a server elsewhere', () => {
  // These pages were built for a site whose server is on their own host, and their policy names no other.
  test.use({ bypassCSP: true });

  test('is told of a search that led nowhere, once, as the reader leaves', async ({ page, meant }) => {
    await using elsewhere = await startServerElsewhere();
    const { kept, origin } = elsewhere;
    meant.push(/third party: http:\/\/127\.0\.0\.1:\d+\/api\/searches/);
    await keepSearches(page, origin);
    await page.goto('/search/?q=qqzzqq');
    await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();

    await page.getByRole('main').getByRole('link', { name: 'Talk to a person' }).click();

    await expect.poll(() => kept).toEqual([{ query: 'qqzzqq', results: 0 }]);
  });
});

/** Makes the pages those of a site that has switched `keepSearches` on, with its server at the origin `server`. */
async function keepSearches(page: Page, server: string): Promise<void> {
  await page.addInitScript((address) => {
    const mark = () => {
      for (const element of document.querySelectorAll('[data-search-box], [data-search-results]'))
        element.setAttribute('data-keep-searches-at', address);
    };
    new MutationObserver(mark).observe(document, { childList: true, subtree: true });
  }, `${server}/api/searches`);
}

/** Takes searches from pages of another host. The browser's tools do not show what a page sends while it is left. */
async function startServerElsewhere() {
  const kept: unknown[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'POST') kept.push(await json(request));
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { kept, origin, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
