import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** What a server sends before it waits to hear that it arrived: ten packets (RFC 6928). */
const ONE_TRIP_BYTES = 14_336;
const CLIENT = 'dist/client';
const ARTICLE = '/articles/share-a-folder/';
/** Well after a link is taken to be meant, by the clock of the page. */
const LATER_MS = 1_000;

test('every page, with its styles, arrives in one trip, and nothing holds up its text', () => {
  const names = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
  const pages = names.filter((name) => name.endsWith('.html')).map((name) => join(CLIENT, name));

  const faults = pages.flatMap((path) => {
    const html = readFileSync(path, 'utf8');
    const bytes = statSync(`${path}.br`, { throwIfNoEntry: false })?.size ?? html.length;
    return [
      ...(bytes > ONE_TRIP_BYTES ? [`${path}: ${bytes} bytes`] : []),
      ...(
        html.match(
          /<link rel="(stylesheet|preload|modulepreload)"[^>]*>|<script(?! type="[^"]+")[^>]*>|<style>[^<]*@import/g,
        ) ?? []
      ).map((tag) => `${path}: ${tag}`),
    ];
  });

  expect(pages.length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

test('the headers of a page leave room for it in the same trip', async ({ request }) => {
  const response = await request.get('/articles/computer-will-not-start/for-admin/');

  const head = response.headersArray().reduce((sum, { name, value }) => sum + name.length + value.length + 4, 0);
  const body = Number(response.headers()['content-length']);
  // Ten segments of Ethernet without the headers of IPv4 and TCP.
  expect(head + body).toBeLessThan(10 * 1_460);
});

test('an address at which nothing is takes no more than a page', async ({ request }) => {
  const response = await request.get('/nowhere/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });

  const headers = response.headers();
  expect(response.status()).toBe(404);
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding', 'cache-control': 'no-store' });
  expect(Number(headers['content-length'])).toBeLessThan(10 * 1_460 - 2_000);
});

for (const path of [ARTICLE, '/search/?q=share', `${ARTICLE}talk/`, '/nowhere/']) {
  test(`whoever asks for the head of ${path} is told what the page comes with`, async ({ request }) => {
    const asked = { headers: { 'accept-encoding': 'gzip, deflate, br' } };

    const [head, page] = [await request.head(path, asked), await request.get(path, asked)];

    const said = ['content-encoding', 'content-type', 'vary', 'cache-control', 'content-security-policy'] as const;
    expect(head.status()).toBe(page.status());
    for (const name of said) expect(head.headers()[name], name).toBe(page.headers()[name]);
  });
}

test('what somebody looks for is kept by their browser alone', async ({ request }) => {
  const response = await request.get('/search/?q=share');

  expect(response.headers()['cache-control']).toBe('private, no-cache');
});

for (const [what, path, status] of [
  ['an article', ARTICLE, 200],
  ['the search', '/search/', 200],
  ['an answer of the search', '/search/?q=share', 200],
  ['the form to a person', `${ARTICLE}talk/`, 200],
  ['the page of a request', '/requests/nobody-knows/', 404],
  ['an address at which nothing is', '/nowhere/', 404],
  ['an address that leads on', '/articles', 301],
  ['an endpoint', '/api/health', 200],
  ['the service worker', '/sw.js', 200],
  ['the way in to the desk', '/desk/sign-in/', 200],
  ['a page of the desk', '/desk/', 401],
] as const) {
  test(`${what} comes with a policy that allows what is needed and nothing else`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });

    const headers = response.headers();
    expect(response.status()).toBe(status);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval|\*/);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    const isSomebodys = /^\/(desk|requests)\//.test(path);
    expect(headers['referrer-policy']).toBe(isSomebodys ? 'no-referrer' : 'strict-origin-when-cross-origin');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
}

for (const [path, encoding] of [
  [ARTICLE, 'br'],
  ['/search/?q=share', 'br'],
  [`${ARTICLE}talk/`, 'br'],
  ['/requests/nobody-knows/', undefined],
  ['/desk/sign-in/', undefined],
] as const) {
  test(`${path} is ${encoding ? 'compressed' : 'not compressed, for it may hold a secret'}`, async ({ request }) => {
    const response = await request.get(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });

    expect(response.headers()['content-encoding']).toBe(encoding);
    expect(await response.text()).toContain('</html>');
  });
}

test('a page is asked for ahead once somebody points at its link, and is there when they follow it', async ({
  page,
}) => {
  await page.goto('/');
  const link = page.getByRole('main').locator('a[href^="/topics/"]').first();
  const path = (await link.getAttribute('href')) ?? '';
  const asked = pathsAskedOf(page);
  const ahead = page.waitForResponse((response) => response.url().endsWith(path));

  await link.hover();

  expect((await ahead).ok()).toBe(true);
  expect(asked.filter((each) => each === path)).toEqual([path]);
  await link.click();
  await page.waitForURL(`**${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('nothing is asked for ahead where somebody saves data, nor where something is taken in', async ({ page }) => {
  await page.clock.install();
  await page.goto(ARTICLE);
  const asked = pathsAskedOf(page);

  await page.getByRole('link', { name: 'Talk to a person' }).first().hover();
  await page.clock.runFor(LATER_MS);
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );
  await page.locator('a[href^="/topics/"]').first().hover();
  await page.clock.runFor(LATER_MS);
  await page.locator('a[href^="/topics/"]').first().focus();
  await page.clock.runFor(LATER_MS);

  // What is allowed is asked for, so that what was not asked for before it is not only late.
  await page.evaluate(() => Object.defineProperty(navigator, 'connection', { value: { saveData: false } }));
  const ahead = page.waitForResponse((response) => response.url().endsWith('/products/sync/'));
  await page.locator('a[href="/products/sync/"]').first().hover();
  await page.clock.runFor(LATER_MS);
  expect((await ahead).ok()).toBe(true);
  expect(asked.filter((path) => /talk|topics|products/.test(path))).toEqual(['/products/sync/']);
});

/** The paths of all that the page asks for from now on. */
function pathsAskedOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}
