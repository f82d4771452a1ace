import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { ViteDevServer } from 'vite';
import { serveDevIndex } from '../../../src/search/dev-search.ts';
import { filesAt } from '../../../src/search/files-at.ts';
import { searcherOver } from '../../../src/search/searcher.ts';
import { contentFixture } from './content-fixture.ts';

test('search in dev finds drafts', async (t) => {
  const { address } = await devServer(t);

  const answer = await searcherOver(filesAt(address.href)).search('unfinished thoughts');

  assert.equal(answer.rows[0]?.slug, 'not-finished');
});

test('search in dev finds what was just written', async (t) => {
  const { address, folder, save } = await devServer(t);
  await fetch(new URL('pagefind.js', address));

  await save(join(folder, 'articles/printer-offline.mdx'), (text) => text.replace('full tray', 'jammed roller'));

  const answer = await searcherOver(filesAt(address.href)).search('roller');
  assert.deepEqual(
    answer.rows.map(({ slug }) => slug),
    ['printer-offline'],
  );
});

test('a page that is open can still read the pieces that it began with', async (t) => {
  const { address, folder, save } = await devServer(t);
  const searcher = searcherOver(filesAt(address.href));
  await searcher.open();

  await save(join(folder, 'articles/printer-offline.mdx'), (text) => text.replace('full tray', 'jammed roller'));

  const answer = await searcher.search('tray');
  assert.equal(answer.rows[0]?.slug, 'printer-offline');
});

test('a mistake in the content leaves the old index in place', async (t) => {
  const { address, folder, save } = await devServer(t);
  await fetch(new URL('pagefind.js', address));

  await save(join(folder, 'topics.yaml'), () => '- { id: Nothing right');

  const answer = await searcherOver(filesAt(address.href)).search('printer');
  assert.equal(answer.rows[0]?.slug, 'printer-offline');
});

test('other addresses are left to others', async (t) => {
  const { address } = await devServer(t);

  const response = await fetch(new URL('/articles/', address));

  assert.equal(response.status, 404);
});

/** Vite's connect server and watcher, as far as search uses them, over real HTTP. */
async function devServer(t: TestContext) {
  const { folder } = await contentFixture(t);
  const contentDir = join(folder, 'content');
  const watcher = new EventEmitter();
  let handle: (request: unknown, response: unknown, next: () => void) => unknown = () => undefined;
  const middlewares = { use: (handler: typeof handle) => (handle = handler) };
  const logger = { error: (message: string) => assert.fail(message) };
  const { refresh } = serveDevIndex(
    { middlewares, watcher, config: { logger } } as unknown as ViteDevServer,
    contentDir,
  );
  const http = createServer((request, response) => {
    void handle(request, response, () => response.writeHead(404).end());
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(() => http.closeAllConnections());
  t.after(() => http.close());
  const bound = http.address();
  const address = new URL(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/pagefind/`);
  const save = async (path: string, edit: (text: string) => string) => {
    await writeFile(path, edit(await readFile(path, 'utf8')));
    watcher.emit('change', path);
    await refresh();
  };
  return { address, folder: contentDir, save };
}
