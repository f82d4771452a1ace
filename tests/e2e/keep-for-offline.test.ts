import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../src/offline/build-worker.ts';
import { expect, openAndKeep, test, untilKept } from './line.ts';
import { BASE_URL } from './playwright.config.ts';

const ARTICLE = '/articles/restore-a-file/';
const TITLE = 'Get back an earlier copy of a file, or a deleted one';

test('as long as the first view loads, nothing is fetched for later', async ({ page, line }) => {
  const slow = '/videos/restore-a-file.admin.jpg';
  line.held.add(slow);
  await page.addInitScript((picture) => {
    addEventListener('DOMContentLoaded', () => Object.assign(document.body.appendChild(new Image()), { src: picture }));
  }, slow);
  await page.goto(ARTICLE, { waitUntil: 'domcontentloaded' });
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  const asked = [...line.asked];

  line.release(slow);
  await untilKept(page);

  expect(asked).not.toContain('/sw.js');
  expect(line.asked).toContain('/sw.js');
});

test('what belongs to one person, and films, are never kept', async ({ page, line, meant }) => {
  meant.push(/status of 404/);
  await openAndKeep(page, ARTICLE);
  for (const path of ['/talk/', '/requests/nobody-knows-this/', '/articles/restore-a-file/voted/?helpful=true'])
    await page.goto(path);
  await page.goto(ARTICLE);
  await page.getByRole('link', { name: /^Watch it/ }).click();
  await expect.poll(() => line.asked.some((path) => path.endsWith('.webm'))).toBe(true);

  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });

  expect(kept).toContain(ARTICLE);
  expect(kept.filter((path) => /talk|requests|voted|api|webm|mp4/i.test(path) && !path.startsWith('/_astro/'))).toEqual(
    [],
  );
});

for (const [what, error] of [
  ['has no room left', 'QuotaExceededError'],
  ['forbids to keep anything', 'SecurityError'],
] as const) {
  test(`where the browser ${what}, reading and searching are what they are without a worker`, async ({
    page,
    line,
  }) => {
    const worker = await (await fetch(`${BASE_URL}/sw.js`)).text();
    const refusing = `for (const name of ['put', 'match', 'keys']) Cache.prototype[name] = async () => { throw new DOMException('', '${error}') };
      caches.open = caches.match = async () => { throw new DOMException('', '${error}') };`;
    line.instead.set('/sw.js', refusing + worker);
    await page.goto('/');
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

    await page.goto(ARTICLE);
    await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');

    await expect(page.getByRole('option').first()).toContainText(/printer/i);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  });
}

test('a site that switches this off takes it out of browsers that have it', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  await using off = await temporaryFolder();
  await writeWorker(off.path, { worksOffline: false });
  line.instead.set('/sw.js', await readFile(join(off.path, 'sw.js'), 'utf8'));

  await page.reload();

  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'handrail-off-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
