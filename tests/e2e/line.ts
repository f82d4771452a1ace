import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { BASE_URL } from './playwright.config.ts';
import { expect, test as base } from './test.ts';

/** What becomes of requests on the line: they arrive, or nobody answers, or an answer comes late, or breaks off. */
export type State = 'up' | 'down' | 'held' | 'cut' | 'bad-gateway';

/** A line between the browser and a server of the site. What a service worker asks for cannot be held back otherwise. */
export type Line = {
  /** Address of the site as the browser sees it; the same whatever stands behind. */
  origin: string;
  state: State;
  /** Address of the server behind. */
  server: string;
  /** Paths that nobody answers until they are released. */
  held: Set<string>;
  release: (path: string) => void;
  /** Files that are answered here in the place of the server, by path. */
  instead: Map<string, string>;
  /** Paths that were asked for. */
  asked: string[];
} & AsyncDisposable;

/**
 * `test` with a line of its own to the site, and so with an origin of its own: no worker is left over from another test.
 * What cannot be reached, the browser says itself, so that is no complaint.
 */
export const test = base.extend<{ line: Line }>({
  line: async ({}, use) => {
    await using line = await openLine(BASE_URL);
    await use(line);
  },
  baseURL: ({ line }, use) => use(line.origin),
  meant: async ({}, use) => use([/net::ERR_|^failed: GET|status of 502/]),
  serviceWorkers: 'allow',
});

/** For stories of what cannot be sent: that fails in the browser too. */
export const UNSENT = [/net::ERR_|^failed: (GET|POST)|status of (500|502|503|422)/];

export { expect };

/** Opens a line to `server`, gone with the block that holds it. */
export async function openLine(server: string): Promise<Line> {
  const waiting = new Map<string, (() => void)[]>();
  const proxy = createServer((question, response) => {
    const { pathname } = new URL(question.url ?? '/', line.origin);
    line.asked.push(pathname);
    const answer = () => pass(question, response, line);
    // A page and its worker may both ask for it.
    if (line.held.has(pathname)) waiting.set(pathname, [...(waiting.get(pathname) ?? []), answer]);
    else answer();
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const line: Line = {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    state: 'up',
    server,
    held: new Set(),
    release(path) {
      line.held.delete(path);
      for (const answer of waiting.get(path) ?? []) answer();
      waiting.delete(path);
    },
    instead: new Map(),
    asked: [],
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
  return line;
}

function pass(question: IncomingMessage, response: ServerResponse, line: Line): void {
  switch (line.state) {
    case 'down':
      response.destroy();
      return;
    case 'held':
      return;
    case 'bad-gateway':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    case 'cut':
    case 'up':
  }
  const { method, headers, url = '/' } = question;
  const written = line.instead.get(new URL(url, line.origin).pathname);
  if (written !== undefined) {
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(written);
    return;
  }
  const onward = request(new URL(url, line.server), {
    method,
    // The line stands for the address of the site, so the server is asked by its own pages.
    headers: { ...headers, host: new URL(line.server).host, ...(headers.origin && { origin: line.server }) },
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    if (line.state !== 'cut') answer.pipe(response);
    else answer.once('data', (chunk: Buffer) => response.write(chunk.subarray(0, 500), () => response.destroy()));
  });
  onward.on('error', () => response.destroy());
  question.pipe(onward);
}

/** Opens a page, and waits until the browser has kept it. */
export async function openAndKeep(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilKept(page);
}

/** Searches for the first time, and waits until the browser has kept what search needs. Returns the box. */
export async function searchAndKeep(page: Page): Promise<Locator> {
  const box = page.getByRole('combobox', { name: 'What do you need?' });
  await box.fill('printer');
  await page.getByRole('option').first().waitFor();
  await untilIndexKept(page);
  return box;
}

/** Waits until the browser works without a connection, and has kept this page with all that it needs. */
export async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          if (!navigator.serviceWorker.controller) return ['the worker'];
          const copy = await caches.match(location.pathname);
          if (!copy) return ['the page'];
          const needs = copy.headers.get('x-handrail-needs')?.split(' ') ?? [];
          const addresses = needs
            .filter((path) => /\.(js|css)$|^\//.test(path))
            .map((path) => `/${path.replace(/^\//, '')}`);
          const kept = await Promise.all(addresses.map((address) => caches.match(address)));
          return addresses.filter((_, index) => kept[index] === undefined);
        }),
      { timeout: 30_000 },
    )
    .toEqual([]);
}

/** Waits until the browser has kept every file of the search index. */
export async function untilIndexKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const { files } = (await (await fetch('/pagefind/files.json')).json()) as { files: string[] };
          const kept = await Promise.all(files.map((file) => caches.match(`/pagefind/${file}`)));
          return kept.filter((file) => file === undefined).length;
        }),
      { timeout: 30_000 },
    )
    .toBe(0);
}
