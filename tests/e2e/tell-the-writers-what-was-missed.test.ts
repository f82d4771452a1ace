import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copySite } from '../bench/site-copy.ts';
import { SITE_YAML, writeContent, type WrittenContent } from '../fixtures/site.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const run = promisify(execFile);
const PORT = SITE_PORT + 5;
const ADDRESS = `http://127.0.0.1:${PORT}`;

// A page counts what is opened from it once it has loaded, so before each click of that kind it is waited for.
test.use({ baseURL: ADDRESS });
// A site that keeps searches is another build.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let folder: string;
let content: WrittenContent;
let server: ChildProcess | undefined;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-searches-'));
  await copySite('.', folder);
  content = await writeContent({ 'site.yaml': `${SITE_YAML}switches: { keepSearches: true }\n` });
  server = await startServer();
});

test.afterAll(async () => {
  if (server && server.exitCode === null) {
    const exited = once(server, 'exit');
    server.kill('SIGTERM');
    await exited;
  }
  await content[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test('what was searched for in vain, and then asked a person, is told to the writers', async ({ page }) => {
  await page.goto('/articles/share-a-folder/');
  const box = page.getByRole('combobox', { name: 'What do you need?' });
  await box.fill('qqzzqq of jo@example.com');
  await box.press('Enter');
  await page.waitForURL(/\/search\/\?q=/);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Talk to a person' }).click();
  await page.waitForURL(/\/talk\//);
  await page.getByLabel('What happens, and what do you need?').fill('I cannot find anything about it.');
  await page.getByLabel('Your name').fill('A customer');
  await page.getByLabel('Your e-mail address').fill('customer@example.com');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByText('Your reference is')).toBeVisible();

  // What is sent while a page is left arrives when it does.
  await expect.poll(() => insights()).toContain('one search was kept, 0 of them ended on an article');
  const listed = await insights();

  expect(listed).toContain('Nothing was found\n  "qqzzqq of …"\n    once, on ');
  expect(listed).toContain(
    'No article was found for "qqzzqq of …". Write one, or add these words to the keywords of the one that answers it.',
  );
  expect(listed).toContain(
    'Searched for, and then asked a person\n  "qqzzqq of …"\n    once (nothing was found: 1), on ',
  );
  expect(listed).not.toContain('example.com');
});

test('a search that ended on an article is counted, and is nobody’s work', async ({ page }) => {
  await page.goto('/search/?q=share+a+folder');
  await page.getByRole('region', { name: 'Results' }).getByRole('link', { name: 'Share a folder' }).first().click();
  await expect(page).toHaveURL(/\/articles\/share-a-folder\//);

  await expect.poll(() => insights()).toContain('1 of them ended on an article');
  expect(await insights()).not.toContain('share a folder');
});

test('words that found nothing are told together with those that were tried next', async ({ page }) => {
  await page.goto('/search/?q=xxwwxx');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
  const box = page.getByRole('main').getByRole('combobox', { name: 'What do you need?' });
  await box.fill('share a folder');
  await box.press('Enter');
  await page.waitForURL(/\/search\/\?q=share/);
  await page.getByRole('region', { name: 'Results' }).getByRole('link', { name: 'Share a folder' }).first().click();
  await expect(page).toHaveURL(/\/articles\/share-a-folder\//);

  await expect.poll(() => insights()).toContain('Asked again in other words\n  "xxwwxx", then "share a folder"');
  expect(await insights()).toContain(
    `The other words led to share-a-folder (${join(content.folder, 'articles/share-a-folder.mdx')}). Add "xxwwxx" to its keywords.`,
  );
});

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(PORT),
    HOST: '127.0.0.1',
    SITE_URL: ADDRESS,
    CONTENT_DIR: content.folder,
    DATABASE_URL: 'file:data/handrail.db',
  };
}

async function insights(...words: string[]): Promise<string> {
  const command = ['src/cli/insights.ts', 'searches', ...words];
  const { stdout } = await run('node', command, { cwd: folder, env: environment() });
  return stdout;
}

async function startServer(): Promise<ChildProcess> {
  const starting = spawn('node', ['src/cli/start.ts'], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    starting.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(' is at ')) resolve();
    });
    starting.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready: ${said}`)));
  });
  return starting;
}
