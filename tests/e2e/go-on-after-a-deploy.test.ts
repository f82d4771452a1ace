import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sirv from 'sirv';
import { copySite } from '../bench/site-copy.ts';
import { expect, openAndKeep, searchAndKeep, test, untilIndexKept } from './line.ts';
import { BASE_URL } from './playwright.config.ts';

const ARTICLE = '/articles/share-a-folder/';
const TITLE = 'Share a folder with someone else';
const NEW_TITLE = 'Let somebody else open a folder';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let folder: string;
let deployed: Server;
/** Address of the site as it is after the deploy; nothing of the build before that has changed is there any more. */
let after: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(join(tmpdir(), 'handrail-deploy-'));
  const site = join(folder, 'site');
  await copySite('.', site);
  await cp('content', join(folder, 'content'), { recursive: true });
  await change(join(folder, 'content/articles/sync/share-a-folder.mdx'), /^title: .*$/m, `title: ${NEW_TITLE}`);
  await change(join(site, 'src/strings/en/vote.ts'), 'What went wrong? (if you like)', 'What is amiss? (if you like)');
  const env = { ...process.env, CONTENT_DIR: join(folder, 'content'), SITE_URL: BASE_URL };
  await promisify(execFile)('node', ['src/cli/build.ts'], { cwd: site, env });
  deployed = createServer(sirv(join(site, 'dist/client'), { etag: true })).listen(0, '127.0.0.1');
  await once(deployed, 'listening');
  after = `http://127.0.0.1:${(deployed.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  deployed.closeAllConnections();
  deployed.close();
  await rm(folder, { recursive: true, force: true });
});

test.describe('in a browser without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a page that was open finds what is there after the deploy', async ({ page, line, meant }) => {
    meant.push(/status of 404/);
    await page.goto('/articles/restore-a-file/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });
    await box.fill('printer');
    await page.getByRole('option').first().waitFor();

    line.server = after;
    await box.fill('share a folder');

    await expect(page.getByRole('option').filter({ hasText: NEW_TITLE })).toBeVisible();
  });
});

test('a page that was open goes on with what it began with: search, scripts and all', async ({ page, line, meant }) => {
  // The site after the deploy is a static one, which takes no votes.
  meant.push(/status of 40[45]/);
  await openAndKeep(page, ARTICLE);
  const box = await searchAndKeep(page);

  line.server = after;
  await box.fill('share a folder');
  await expect(page.getByRole('option').filter({ hasText: TITLE })).toBeVisible();
  await box.press('Escape');
  await page.getByRole('button', { name: 'No', exact: true }).click();

  await expect(page.getByText('What went wrong? (if you like)')).toBeVisible();
});

test('the next page is that of today, and so is what search finds, without a connection too', async ({
  page,
  line,
}) => {
  await openAndKeep(page, ARTICLE);
  const box = await searchAndKeep(page);
  line.server = after;

  await page.goto(ARTICLE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NEW_TITLE);
  await box.fill('share a folder');
  await expect(page.getByRole('option').filter({ hasText: NEW_TITLE })).toBeVisible();
  await untilIndexKept(page);
  line.state = 'down';
  await page.goto('/search/?q=share+a+folder');

  await expect(page.getByRole('region', { name: 'Results' }).getByRole('link', { name: NEW_TITLE })).toBeVisible();
  const editions = await page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('index@')));
  expect(editions).toHaveLength(2);
});

test('the worker of another build takes nothing away from somebody who is typing', async ({ page, context, line }) => {
  await openAndKeep(page, ARTICLE);
  const voted = page.waitForResponse('**/api/votes');
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByLabel('What were you looking for?').fill('The folder of somebody who has left');
  // What is deployed there is the site without its server.
  await voted;
  line.server = after;

  const other = await context.newPage();
  await other.goto('/topics/files/');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state), {
      timeout: 30_000,
    })
    .toBe('installed');

  await expect(page.getByLabel('What were you looking for?')).toHaveValue('The folder of somebody who has left');
  await expect(page.getByText('What went wrong? (if you like)')).toBeVisible();
});

async function change(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} holds no ${from}.`);
  await writeFile(path, changed);
}
