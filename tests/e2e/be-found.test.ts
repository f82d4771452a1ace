import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StructuredData } from '../../src/schema/structured-data.ts';
import { BASE_URL } from './playwright.config.ts';
import { expect, test } from './test.ts';

// Read from the built site itself, so that every page is looked at and not a choice of them.
const CLIENT = 'dist/client';
const MOST_PICTURE_BYTES = 60_000;

type Built = { address: string; html: string };

test('every public page has a title of its own, a description and its own address', () => {
  const titles = new Map<string, string>();
  for (const { address, html } of publicPages()) {
    const title = inText(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');

    expect(titles.get(title), `"${title}" of ${address}`).toBeUndefined();
    expect(content(html, 'name', 'description').length, address).toBeGreaterThan(20);
    expect(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1], address).toBe(BASE_URL + address);
    titles.set(title, address);
  }
});

test('every page that is shared has a picture, a title and a summary', () => {
  for (const { address, html } of publicPages().filter(isShared)) {
    const picture = content(html, 'property', 'og:image');

    expect(content(html, 'property', 'og:title'), address).not.toBe('');
    expect(content(html, 'property', 'og:url'), address).toBe(BASE_URL + address);
    expect(picture, address).toMatch(/\/previews\/[0-9a-f]{16}\.png$/);
    expect(statSync(CLIENT + picture.slice(BASE_URL.length)).size, picture).toBeLessThan(MOST_PICTURE_BYTES);
  }
});

test('what pages say of themselves has the shapes that search engines ask for, and leads to places that there are', () => {
  const types = new Set<string>();
  for (const { address, html } of publicPages().filter(isShared)) {
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const read = StructuredData.safeParse(JSON.parse(block));

    expect(read.error?.issues, address).toBeUndefined();
    for (const node of read.data?.['@graph'] ?? []) types.add(node['@type']);
    for (const [, place = ''] of block.matchAll(/"url":"[^"]*#([^"]+)"/g)) {
      if (place !== 'company') expect(html, `${address}#${place}`).toContain(` id="${place}"`);
    }
    for (const [, file = ''] of block.matchAll(/"(?:contentUrl|thumbnailUrl)":"([^"]*)"/g)) {
      expect(statSync(CLIENT + file.slice(BASE_URL.length)).size, `${address} ${file}`).toBeGreaterThan(0);
    }
  }
  for (const type of ['TechArticle', 'Article', 'BreadcrumbList', 'HowTo', 'VideoObject', 'Organization', 'WebSite']) {
    expect([...types]).toContain(type);
  }
});

test('the sitemap lists every public page with the time of its last change, and nothing else', () => {
  const sitemap = readFileSync(join(CLIENT, 'sitemap.xml'), 'utf8');
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc><lastmod>\d{4}-\d\d-\d\dT[\d:]+Z<\/lastmod>/g)];

  const addresses = listed.map(([, address = '']) => address.slice(BASE_URL.length)).sort();

  expect(addresses).toEqual(
    publicPages()
      .filter(isShared)
      .map(({ address }) => address)
      .sort(),
  );
});

test('every page of an article has a twin in Markdown that names it', () => {
  for (const { address, html } of publicPages().filter((page) => page.address.startsWith('/articles/'))) {
    const twin = /<link rel="alternate" type="text\/markdown" href="([^"]*)"/.exec(html)?.[1];

    expect(twin, address).toBe(address.replace(/\/$/, '.md'));
    expect(readFileSync(CLIENT + String(twin), 'utf8'), address).toContain(`\nurl: ${BASE_URL}${address}\n`);
  }
});

test('machines are served what they ask for, as what it is', async ({ request }) => {
  const types = {
    '/articles/restore-a-file.md': 'text/markdown; charset=utf-8',
    '/feed.xml': 'application/atom+xml; charset=utf-8',
    '/sitemap.xml': 'application/xml; charset=utf-8',
    '/robots.txt': 'text/plain; charset=utf-8',
    '/llms.txt': 'text/plain; charset=utf-8',
  };

  for (const [address, type] of Object.entries(types)) {
    const answer = await request.get(address);

    expect([answer.status(), answer.headers()['content-type']], address).toEqual([200, type]);
  }
});

test('the feed is well-formed, and its newest entry leads to an article', async ({ page }) => {
  const text = readFileSync(join(CLIENT, 'feed.xml'), 'utf8');
  await page.goto('/');

  const found = await page.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, 'application/xml');
    const entries = [...read.querySelectorAll('feed > entry')];
    return {
      mistakes: read.querySelectorAll('parsererror').length,
      ids: entries.map((entry) => entry.querySelector('id')?.textContent),
    };
  }, text);

  expect(found.mistakes).toBe(0);
  expect(new Set(found.ids).size).toBe(found.ids.length);
  expect((await page.request.get(String(found.ids[0]))).status()).toBe(200);
});

test('a key moment that a search engine leads to opens the video there, also without its anchor', async ({ page }) => {
  await page.goto('/articles/restore-a-file/?moment=v-restore-a-file-21');

  const second = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  await expect.poll(second).toBeGreaterThan(20);
});

test('an answer to a question is kept out of search engines, the page of the search is not', async ({ request }) => {
  const [search, answer] = [await request.get('/search/'), await request.get('/search/?q=restore')];

  expect(await search.text()).not.toContain('noindex');
  expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
  for (const html of [await search.text(), await answer.text()]) {
    expect(html).toContain('<meta name="referrer" content="no-referrer"');
  }
});

test('the way to a person may be found, but not with what somebody takes along', async ({ request }) => {
  const form = await request.get('/talk/');
  const filled = await request.get('/talk/?q=printer&results=3');

  expect(await form.text()).not.toContain('noindex');
  expect(await filled.text()).toContain('<meta name="robots" content="noindex"');
});

/** Every page that search engines may show; those that only lead on, and those of one person, are none. */
function publicPages(): Built[] {
  const pages = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[/\\])index\.html$/.test(name))
    .map((name) => ({
      address: `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      html: readFileSync(join(CLIENT, name), 'utf8'),
    }))
    .filter(({ html }) => !/<meta (name="robots" content="noindex"|http-equiv="refresh")/.test(html));
  expect(pages.length).toBeGreaterThan(100);
  return pages;
}

/** The page of the search is found, but nothing to share: whoever shares it means an answer. */
function isShared({ address }: Built): boolean {
  return address !== '/search/';
}

function content(html: string, attribute: 'name' | 'property', name: string): string {
  return new RegExp(`<meta ${attribute}="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
}

function inText(html: string): string {
  return html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
