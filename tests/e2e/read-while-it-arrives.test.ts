import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { movesOn, noteMoves } from './moves.ts';
import { BASE_URL } from './playwright.config.ts';
import { expect, test as base } from './test.ts';

/** Small enough that many an element is cut in two. */
const PIECE_BYTES = 400;

/**
 * The site behind a server that sends its pages a piece at a time. Head and header come first, in one: the header ends
 * at the end of its line, so half a word of it would move aside when the other half comes.
 */
type Arriving = { origin: string; next: () => boolean };

const test = base.extend<{ arriving: Arriving }>({
  arriving: async ({}, use) => {
    let rest: Buffer[] = [];
    let page: ServerResponse | undefined;
    const server = createServer((question, response) => {
      void fetch(BASE_URL + question.url).then(async (answer) => {
        const type = answer.headers.get('content-type') ?? 'application/octet-stream';
        const body = Buffer.from(await answer.arrayBuffer());
        response.statusCode = answer.status;
        response.setHeader('content-type', type);
        if (!type.startsWith('text/html')) return response.end(body);
        const begin = body.indexOf('<main');
        if (begin === -1) throw new Error(`${question.url} has no <main>.`);
        rest = inPieces(body.subarray(begin));
        page = response;
        return response.write(body.subarray(0, begin));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use({
      origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      /** Sends the next piece, unless all have been sent. */
      next() {
        const piece = rest.shift();
        if (piece) page?.write(piece);
        else page?.end();
        return piece !== undefined;
      },
    });
    server.closeAllConnections();
    server.close();
  },
  baseURL: ({ arriving }, use) => use(arriving.origin),
});

for (const address of ['/', '/articles/restore-a-file/', '/articles/computer-will-not-start/', '/talk/']) {
  for (const width of [360, 1280]) {
    test(`what is read of ${address} at ${width} pixels stays where it is while the rest arrives`, async ({
      page,
      arriving,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await noteMoves(page);
      await page.goto(address, { waitUntil: 'commit' });

      while (arriving.next()) await painted(page);
      await page.waitForLoadState();
      await painted(page);

      expect(await movesOn(page)).toEqual([]);
    });
  }
}

function inPieces(body: Buffer): Buffer[] {
  const pieces = Math.ceil(body.length / PIECE_BYTES);
  return Array.from({ length: pieces }, (_, at) => body.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES));
}

/** Two frames: one that is drawn with what has come, and one that shows that it was. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
