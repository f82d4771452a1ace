import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { serveFiles, type FileServer } from '../../../bench/search/file-server.ts';

const LONG = 'words '.repeat(10_000);

test('texts travel compressed, pieces of an index as they are', async (t) => {
  const { address, exchanges } = await served(t);

  for (const path of ['code.js', 'pagefind/en.pf_index']) {
    assert.equal(await (await fetch(`${address}/${path}`)).text(), LONG);
  }

  const [code, piece] = exchanges;
  assert.ok((code?.bytes ?? 0) > 0 && (code?.bytes ?? 0) < 1_000, `${code?.bytes} bytes`);
  assert.ok((piece?.bytes ?? 0) > LONG.length && (piece?.bytes ?? 0) < LONG.length + 1_000, `${piece?.bytes} bytes`);
});

test('files that are named after their content are kept for ever, others asked for again', async (t) => {
  const { address } = await served(t);

  const caching = async (path: string) => (await fetch(`${address}/${path}`)).headers.get('cache-control');

  assert.match((await caching('pagefind/en.pf_index')) ?? '', /immutable/);
  assert.equal(await caching('code.js'), 'no-cache');
});

test('what has not changed is not sent again', async (t) => {
  const { address } = await served(t);
  const etag = (await fetch(`${address}/code.js`)).headers.get('etag') ?? '';

  const again = await fetch(`${address}/code.js`, { headers: { 'if-none-match': etag } });

  assert.equal(again.status, 304);
});

test('nothing outside its folders is served', async (t) => {
  const { address } = await served(t);

  const statuses = await Promise.all(
    ['missing.js', '%2e%2e/secret.txt', 'pagefind/..%2f..%2fsecret.txt'].map(
      async (path) => (await fetch(`${address}/${path}`)).status,
    ),
  );

  assert.deepEqual(statuses, [404, 404, 404]);
});

async function served(t: TestContext): Promise<FileServer> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-'));
  await mkdir(join(folder, 'pages'));
  await mkdir(join(folder, 'index'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'pages/code.js'), LONG);
  await writeFile(join(folder, 'index/en.pf_index'), LONG);
  const server = await serveFiles({ '': join(folder, 'pages'), pagefind: join(folder, 'index') });
  t.after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  return server;
}
