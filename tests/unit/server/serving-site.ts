import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { listen } from '../../../src/server/listen.ts';
import { siteListener } from '../../../src/server/site-listener.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

/** A built site with one static page, one endpoint and one that breaks. */
const DIST = {
  'client/index.html': 'home',
  'client/articles/restore-a-file/index.html': 'an article',
  'client/404.html': 'nothing here',
  'client/500.html': 'our fault: call us',
  'client/film.webm': '0123456789',
  'client/pagefind/fragment/en_044e736.pf_fragment': 'a part of the index',
  'server/entry.mjs': `export async function handler(request, response, next) {
    if (request.url === '/api/breaks') throw new RangeError('a@example.com wrote this');
    if (request.url === '/api/fails') return next(new TypeError('a@example.com wrote this'));
    if (request.url.startsWith('/search/answer/') || request.url === '/api/votes') return void response.end(request.url);
    return next();
  }`,
};

/** Such a site on a port of its own, where it is built and what it logs. */
export async function servingSite(
  t: TestContext,
  leading: Parameters<typeof siteListener>[1] = { redirects: {}, former: {} },
) {
  const dist = await distOf(t);
  const events: Record<string, unknown>[] = [];
  const app = { log: (event: string, fields = {}) => void events.push({ event, ...fields }) };
  const server = await listen(await siteListener(dist, leading, { app }), { port: 0, host: '127.0.0.1' });
  t.after(() => server.close());
  return { dist, events, port: server.port, url: `http://127.0.0.1:${server.port}` };
}

/** The folder of such a site, with `changed` files. */
export async function distOf(t: TestContext, changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const dist = await temporaryFolder(t);
  for (const [path, text] of Object.entries({ ...DIST, ...changed })) {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), text);
  }
  return dist;
}

/** What a server answers to a request line as it stands, which no well-behaved client would send. */
export async function answerTo(port: number, requestLine: string, host = 'localhost'): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  // Not ended here: Node takes that for leaving, and pages come from files, which takes a moment.
  socket.write(`${requestLine}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return chunk.toString();
}
