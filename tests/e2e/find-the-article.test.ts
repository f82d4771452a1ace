import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.describe('with JavaScript', () => {
  test('a customer types a question and opens the article by keyboard alone', async ({ page }) => {
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });
    await expect(box).toBeFocused();
    await page.keyboard.type('why does it say disk full when I delete things');
    await expect(page.getByRole('option').first()).toContainText('Why does Sync say the disk is full');

    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Why does Sync say the disk is full when I delete things?',
    );
  });

  test('the search box opens with / and with Control K from anywhere, and Escape closes it', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });

    await page.keyboard.press('/');
    await expect(box).toBeFocused();
    await page.keyboard.type('printer');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+k');

    await expect(box).toBeFocused();
  });

  test('a reader whose dictation types / turns that key off, for good, by keyboard alone', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });
    await page.keyboard.press('/');
    await page.keyboard.type('printer');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Turn it off' })).toBeFocused();

    await page.keyboard.press('Enter');

    await expect(page.getByRole('button', { name: 'Turn it on' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(box).toBeFocused();
    await page.reload();
    await page.keyboard.press('/');
    await expect(box).not.toBeFocused();
    await expect(box).toHaveAttribute('aria-keyshortcuts', 'Control+K Meta+K');
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused();
  });

  test('the key / can be turned on again', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('handrail-slash-key', 'off'));
    await page.goto('/articles/restore-a-file/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });
    await box.fill('printer');
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).click();

    await page.keyboard.press('/');

    await expect(box).toBeFocused();
  });

  test('the index is asked for on focus, not on load', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/pagefind/') && asked.push(request.url()));
    await page.goto('/articles/restore-a-file/', { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);

    await page.getByRole('combobox', { name: 'What do you need?' }).focus();

    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });

  test('Enter leads to the results, and filters narrow them in the address', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'What do you need?' }).fill('password');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=password/);
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('password');

    await page.getByRole('link', { name: 'Northlight Sync', exact: true }).click();

    await expect(page).toHaveURL(/product=sync/);
    await expect(page.locator('.result .about').filter({ hasText: 'Northlight Mini' })).toHaveCount(0);
  });

  test('a new question keeps the filters that are chosen now, and not one that was cleared', async ({ page }) => {
    await page.goto('/search/?q=password&product=sync&audience=home');
    const chosen = page.getByRole('navigation', { name: 'Narrow the results' });
    await chosen.getByRole('link', { name: 'Everybody' }).click();
    await chosen.getByRole('link', { name: 'How-to' }).click();
    await expect(page).toHaveURL(/type=how-to/);

    await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL('/search/?q=printer&product=sync&type=how-to');
  });

  test('what was searched for goes along to a person', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'What do you need?' }).fill('deleted file');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\//);
    // A combobox is what the script makes of the field; a reader who is faster than the script is not followed.
    await expect(page.getByRole('combobox', { name: 'What do you need?' })).toHaveValue('deleted file');
    await page.getByRole('link', { name: 'Get back an earlier copy of a file, or a deleted one' }).first().click();

    await page.getByRole('button', { name: 'Talk to a person' }).click();

    await expect(page.getByText(/You searched for “deleted file” \(\d+ results\)/)).toBeVisible();
  });

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

  test('a server elsewhere is told of a search that led nowhere, once, as the reader leaves', async ({
    page,
    meant,
  }) => {
    await using elsewhere = await startServerElsewhere();
    const { kept, origin } = elsewhere;
    meant.push(/third party: http:\/\/127\.0\.0\.1:\d+\/api\/searches/);
    await keepSearches(page, origin);
    await page.goto('/search/?q=qqzzqq');
    await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();

    await page.getByRole('main').getByRole('link', { name: 'Talk to a person' }).click();

    await expect.poll(() => kept).toEqual([{ query: 'qqzzqq', results: 0 }]);
  });

  test('with nothing found, the ways on are shown', async ({ page }) => {
    await page.goto('/search/?q=qqzzqq');

    await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Talk to a person' })).toBeVisible();
  });

  test('the count of results is announced from a status that was there before', async ({ page }) => {
    await page.goto('/search/');

    const status = page.getByRole('region', { name: 'Results' }).getByRole('status');

    await expect(status).toHaveCount(1);
    await expect(status).toBeEmpty();
  });

  test('answers that come after the reader has left the box do not open over the page', async ({ page }) => {
    await page.clock.install();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/pagefind/**', (route) => held.then(() => route.continue()));
    await page.goto('/');
    const asked = page.waitForRequest(/\/pagefind\//);
    await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');
    await asked;

    await page.getByRole('heading', { level: 1 }).click();
    await page.clock.runFor(2_000);
    await expect(page.getByText('Looking …')).toBeHidden();
    // What loads may wait for a timer of its own.
    await page.clock.resume();
    const loaded = page.waitForResponse(/pagefind-entry/);
    release();
    await loaded;
    await page.waitForLoadState('networkidle');

    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(page.locator('[data-popup]')).toBeHidden();
  });

  test('a missing index is said in a sentence, and the article stays readable', async ({ page, meant }) => {
    meant.push(/pagefind/, /status of 404/, /Failed to fetch/);
    await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto('/articles/restore-a-file/');

    await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');

    await expect(page.getByText(/could not be loaded/i)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a customer types a question, sends it, and opens the article', async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('What do you need?').fill('why does it say disk full when I delete things');
    await page.getByRole('button', { name: 'Search' }).click();

    await page.getByRole('main').getByRole('listitem').first().getByRole('link').first().click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Why does Sync say the disk is full when I delete things?',
    );
  });

  test('the search page does not say that it needs what it does without', async ({ page }) => {
    await page.goto('/search/');

    await expect(page.getByRole('main').getByLabel('What do you need?')).toBeVisible();
    await expect(page.getByText('needs JavaScript')).toHaveCount(0);
  });

  test('earlier addresses and other versions lead to the article', async ({ page }) => {
    await page.goto('/kb/1142-restore');
    await expect(page).toHaveURL('/articles/restore-a-file/');

    await page.goto('/articles/restore-a-file/5/for-home/');

    await expect(page).toHaveURL('/articles/restore-a-file/');
  });

  test('an address that leads nowhere offers search and topics', async ({ page, meant }) => {
    meant.push(/status of 404/);

    await page.goto('/articles/no-such-article/');

    await expect(page.getByRole('heading', { level: 1, name: 'There is no page at this address' })).toBeVisible();
    await expect(page.getByRole('main').getByLabel('What do you need?')).toBeVisible();
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
