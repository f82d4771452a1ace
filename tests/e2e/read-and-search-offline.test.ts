import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { writeWorker } from '../../src/offline/build-worker.ts';
import { expect, test, untilIndexKept, untilKept } from './line.ts';
import { BASE_URL } from './playwright.config.ts';

const ARTICLE = '/articles/restore-a-file/';
const TITLE = 'Get back an earlier copy of a file, or a deleted one';

test('an article that was read can be read again without a connection, and says from when it is', async ({
  page,
  context,
}) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  await context.setOffline(true);

  await page.goto(ARTICLE);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByText(/^You are offline\. This is the copy from \d+ \w+ 20\d\d, \d\d:\d\d\.$/)).toBeVisible();
});

test('with our server gone, the reader is not told to be offline, and can ask for the newest copy', async ({
  page,
  line,
}) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';
  await page.goto(ARTICLE);
  await expect(page.getByText(/^We cannot be reached just now\. This is the copy from /)).toBeVisible();
  line.state = 'up';

  await page.getByRole('link', { name: 'Load the newest copy' }).click();

  await expect(page.getByText(/This is the copy from/)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('search finds without a connection what it would find with one, also what was never searched', async ({
  page,
  line,
}) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  await page.getByRole('combobox', { name: 'What do you need?' }).fill('printer');
  await page.getByRole('option').first().waitFor();
  await untilIndexKept(page);
  line.state = 'down';

  await page.goto('/search/?q=why+does+it+say+disk+full+when+I+delete+things');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toContainText(
    'Why does Sync say the disk is full when I delete things?',
  );
  await expect(page.getByText('Search looks through what this browser has kept.')).toBeVisible();
});

test('search works without a connection also where the server answered the first one', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  await page.goto('/search/?q=wifi');
  await untilIndexKept(page);
  line.state = 'down';

  await page.goto('/search/?q=printer');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toContainText(/printer/i);
});

test('where a search is the first page that is opened, search works without a connection', async ({ page, line }) => {
  await page.goto('/search/?q=wifi');
  await untilIndexKept(page);
  line.state = 'down';

  await page.goto('/search/?q=printer');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toContainText(/printer/i);
});

test('where results come from a server elsewhere, search stays on this site without a connection', async ({
  page,
  context,
}) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  const box = page.getByRole('combobox', { name: 'What do you need?' });
  await box.fill('printer');
  await page.getByRole('option').first().waitFor();
  await untilIndexKept(page);
  await page.getByRole('search').evaluate((form) => form.setAttribute('action', 'https://elsewhere.example/search/'));
  await context.setOffline(true);

  await box.fill('password');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/search\/\?q=password/);
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
});

test('a page that was not read says so, lists what can be read, and names the ways to a person', async ({
  page,
  line,
}) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';

  await page.goto('/articles/share-a-folder/');

  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be reached just now');
  await expect(main.getByRole('link', { name: '+44 1632 960150' })).toHaveAttribute('href', 'tel:+441632960150');
  await expect(main.getByRole('link', { name: 'help@northlight.example' })).toBeVisible();
  await main.getByRole('link', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('the form for a person, where it cannot be reached, names the other ways', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';

  await page.getByRole('banner').getByRole('link', { name: 'Talk to a person' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be reached just now');
  await expect(page.getByRole('main').getByRole('link', { name: '+44 1632 960150' })).toBeVisible();
});

test('the home page is there though it was never opened', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';

  await page.getByRole('link', { name: 'Northlight Help' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Northlight');
});

test('"Did this answer your question?" can still be touched in a copy', async ({ page, line, meant }) => {
  meant.push(/^failed: POST .*\/api\/votes$/);
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';
  await page.goto(ARTICLE);

  await page.getByRole('button', { name: 'No', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'Then let us find out what is missing' })).toBeVisible();
  await expect(page).toHaveURL(ARTICLE);
});

test('a vote without a connection is kept, and sent when the line is back', async ({ page, context, meant }) => {
  meant.push(/^failed: POST .*\/api\/votes$/);
  await page.goto(ARTICLE);
  await untilKept(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(
    page.getByText('You are offline. We kept your answer here and will send it when you are back.'),
  ).toBeVisible();
  const voted = page.waitForResponse('**/api/votes');

  await context.setOffline(false);

  expect((await voted).status()).toBe(201);
  await expect(page.getByText('Your answer has been sent now.')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('handrail-votes'))).toBeNull();
});

test('a vote that was kept is sent from whichever page is opened next', async ({ page, line, meant }) => {
  meant.push(/^failed: POST .*\/api\/votes$/);
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText('Our server does not reply. We kept your answer here')).toBeVisible();
  line.state = 'up';
  const voted = page.waitForResponse('**/api/votes');

  await page.goto('/');

  expect((await voted).status()).toBe(201);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('handrail-votes'))).toBeNull();
});

test('a copy, and the page in the place of one, can be used by everybody', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'down';

  for (const address of [ARTICLE, '/articles/share-a-folder/']) {
    await page.goto(address);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});

test('on a line that has stalled, the copy comes after three seconds', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'held';

  await page.goto(ARTICLE);

  await expect(page.getByText(/^The connection is slow just now\. This is the copy from /)).toBeVisible();
});

test('where a gateway says that our server is away, the copy is shown', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'bad-gateway';

  await page.goto(ARTICLE);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('an answer that breaks off half-way does not take the place of the copy', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await untilKept(page);
  line.state = 'cut';
  await page.goto(ARTICLE).catch(() => undefined);
  line.state = 'down';

  await page.goto(ARTICLE);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByRole('contentinfo')).toBeVisible();
});

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
  await page.goto(ARTICLE);
  await untilKept(page);
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
  await page.goto(ARTICLE);
  await untilKept(page);
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
