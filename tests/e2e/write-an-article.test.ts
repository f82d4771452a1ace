import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { picture as pictureOf } from '../fixtures/pictures.ts';
import { openLine, untilKept } from './line.ts';
import { BASE_URL, PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const PORT = SITE_PORT + 3;
const ADDRESS = `http://127.0.0.1:${PORT}`;

/** Dev reads all content again for a change, and makes pages and pictures while they are asked for. */
const IN_DEV = { timeout: 60_000 };
const SNAPSHOTS = '/articles/how-snapshots-work/';

test.use({ baseURL: ADDRESS });
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let folder: string;
let content: string;
let dev: ChildProcess;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-dev-'));
  content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  dev = await startDev();
});

test.afterAll(async () => {
  const exited = once(dev, 'exit');
  dev.kill('SIGTERM');
  await exited;
});

test('a writer sees a change of an article at once, and a draft, which search finds', async ({ page, meant }) => {
  meant.push(/status of 404/);
  await page.goto(SNAPSHOTS);
  retitle('How snapshots are written anew');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How snapshots are written anew', IN_DEV);

  await page.goto('/articles/zebra-crossing/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  writeFileSync(join(content, 'articles/sync/zebra-crossing.mdx'), DRAFT);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why zebras cross', IN_DEV);

  await expect(async () => {
    await page.reload();
    await page.getByRole('combobox', { name: 'What do you need?' }).fill('zebras');
    await expect(page.getByText(/\bEnter (shows all results|leads to other ways)/)).toBeVisible();
    await expect(page.getByRole('option').first()).toContainText('Why zebras cross', { timeout: 2_000 });
  }).toPass(IN_DEV);
});

test('a writer sees a mistake in the browser until it is mended', async ({ page, context }) => {
  const file = join(content, 'articles/sync/how-snapshots-work.mdx');
  const sound = readFileSync(file, 'utf8');
  const overlay = (shown: Page) => shown.locator('vite-error-overlay');
  await page.goto(SNAPSHOTS);
  writeFileSync(file, sound.replace(/^topic: .*$/m, 'topic: flies'));
  await expect(overlay(page)).toContainText(
    /how-snapshots-work[.]mdx:\d+ +topic\nThere is no topic "flies"[.]\nDid you mean "files"/,
    IN_DEV,
  );
  const late = await context.newPage();
  await late.goto('/');
  await expect(overlay(late)).toContainText(/how-snapshots-work[.]mdx:\d+/);
  await late.keyboard.press('Escape');
  await expect(overlay(late)).toHaveCount(0);

  writeFileSync(file, sound);

  for (const each of [page, late]) await expect(overlay(each)).toHaveCount(0, IN_DEV);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a page that listens only after others were told of a change shows it', async ({ page, context }) => {
  const title = 'How snapshots are told of late';
  const written = Promise.withResolvers<unknown>();
  await page.routeWebSocket(/./, async (socket) => {
    await written.promise;
    socket.connectToServer();
  });
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(SNAPSHOTS);

  retitle(title);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title, IN_DEV);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
  written.resolve(undefined);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('a writer sees a picture beside its article, the one for the dark theme, and what is saved in its place', async ({
  page,
  meant,
}) => {
  meant.push(/status of 404/);
  const folder = join(content, 'articles/sync');
  const picture = page.getByRole('img', { name: 'The hill' });
  let seen: (string | number)[] = [];
  /** Looks again where the page was loaded anew in the middle of it, which a poll would not. */
  const see = (expected: readonly unknown[]) =>
    expect(async () => {
      seen = await picture.evaluate((img: HTMLImageElement) => [
        img.naturalWidth,
        new URL(img.currentSrc || 'x:').pathname,
      ]);
      expect(seen).toEqual(expected);
    }).toPass(IN_DEV);
  await page.goto('/articles/sunrise/');
  writeFileSync(join(folder, 'hill.png'), await pictureOf(900, 300));
  writeFileSync(join(folder, 'hill.dark.png'), await pictureOf(800, 300));
  writeFileSync(join(folder, 'sunrise.mdx'), DRAFT.replace('greener.', 'greener.\n\n![The hill](./hill.png)'));
  await expect(picture).toBeVisible(IN_DEV);
  await see([expect.any(Number), expect.stringMatching(/\/hill\.\w{10}-\d+\.avif$/)]);
  const [, before] = seen;

  await page.emulateMedia({ colorScheme: 'dark' });

  await see([expect.any(Number), expect.stringMatching(/\/hill\.dark\.\w{10}-\d+\.avif$/)]);
  await page.emulateMedia({ colorScheme: 'light' });
  writeFileSync(join(folder, 'hill.png'), await pictureOf(400, 300));
  await see([400, expect.stringMatching(/hill\.\w{10}-400\.avif$/)]);
  expect(seen[1]).not.toBe(before);
});

test('islands are alive beside conditions, on every variant', async ({ page }) => {
  for (const address of [
    '/articles/restore-a-file/',
    '/articles/restore-a-file/4.2/',
    '/articles/restore-a-file/for-admin/',
    '/articles/restore-a-file/3/',
  ]) {
    await page.goto(address);

    await page.getByRole('button', { name: 'No', exact: true }).click();

    await expect(page.getByRole('heading', { name: 'Then let us find out what is missing' })).toBeVisible(IN_DEV);
    await expect(page).toHaveURL(address);
  }
});

test.describe('where a build ran on the same address before', () => {
  test.use({ serviceWorkers: 'allow' });

  test('what it kept is forgotten, so that a writer sees what was just written', async ({ page, meant }) => {
    await using line = await openLine(BASE_URL);
    // The line carries no web sockets, by which dev tells of changes, and is a host of its own.
    meant.push(/third party|websocket/i);
    await page.goto(`${line.origin}/articles/restore-a-file/`);
    await untilKept(page);
    // A page that takes dev longer than the worker waits would be answered by the copy; the second time it is quick.
    await page.request.get(`${ADDRESS}/articles/restore-a-file/`);
    line.server = ADDRESS;

    await page.goto(`${line.origin}/articles/restore-a-file/`);

    const left = () =>
      page.evaluate(async () => [await caches.keys(), await navigator.serviceWorker.getRegistrations()].flat().length);
    await expect(async () => expect(await left()).toBe(0)).toPass(IN_DEV);
  });
});

function retitle(title: string): void {
  const file = join(content, 'articles/sync/how-snapshots-work.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
}

async function startDev(): Promise<ChildProcess> {
  const env = {
    ...process.env,
    // As in the shell of somebody who builds things; whoever writes sees what they write all the same.
    NODE_ENV: 'production',
    PORT: String(PORT),
    HOST: '127.0.0.1',
    SITE_URL: ADDRESS,
    CONTENT_DIR: content,
    DATABASE_URL: `file:${join(folder, 'handrail.db')}`,
  };
  const server = spawn('node', ['src/cli/dev.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('watching for file changes')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`Dev ended with ${code} before it was ready: ${said}`)));
  });
  return server;
}

const DRAFT = `---
title: Why zebras cross
summary: A draft that only its writer sees.
type: explanation
product: sync
topic: files
reviewed: 2026-11-01
owner: sync-writers
draft: true
---

Zebras cross where the grass is greener.
`;
