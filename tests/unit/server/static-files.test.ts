import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFiles, TAGS_FILE } from '../../../src/bytes/compress-files.ts';
import { encodingFor } from '../../../src/server/encoding.ts';
import { readTags, staticFiles } from '../../../src/server/static-files.ts';

const PAGE = '<p>Open Files.</p>'.repeat(100);

test('a page comes compressed as its browser takes it, and says what it depends on', async (t) => {
  const ask = await serving(t);

  const [br, gz, plain] = [await ask('/', 'gzip, br'), await ask('/', 'gzip;q=0.5, br;q=0'), await ask('/', '')];

  assert.equal(brotliDecompressSync(br.body).toString(), PAGE);
  assert.equal(gunzipSync(gz.body).toString(), PAGE);
  assert.equal(plain.body.toString(), PAGE);
  for (const { headers } of [br, gz, plain]) {
    assert.equal(headers.vary, 'accept-encoding');
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-cache');
  }
});

test('a page that somebody has already is not sent again, however it was compressed', async (t) => {
  const ask = await serving(t);
  const { headers } = await ask('/', 'br');

  const again = await ask('/', 'gzip', { 'if-none-match': `"other", ${headers.etag}` });

  assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, headers.etag]);
});

test('the tag of a page names what it holds, whenever and wherever it was built', async (t) => {
  const [one, other] = [await serving(t), await serving(t)];

  const tags = [(await one('/', '')).headers.etag, (await other('/', '')).headers.etag];

  assert.equal(tags[0], tags[1]);
  assert.match(tags[0] ?? '', /^W\/"[\w-]{16}"$/);
});

test('what carries a hash in its name is kept for good', async (t) => {
  const ask = await serving(t);

  const { headers } = await ask('/_astro/a.12345678.js', '');

  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
});

test('a film is given in parts, and as a whole where it has changed meanwhile', async (t) => {
  const ask = await serving(t);
  const { headers } = await ask('/film.webm', 'br');

  const part = await ask('/film.webm', 'br', { range: 'bytes=2-4', 'if-range': headers.etag ?? '' });
  const whole = await ask('/film.webm', 'br', { range: 'bytes=2-4', 'if-range': '"before"' });
  const beyond = await ask('/film.webm', 'br', { range: 'bytes=10-' });

  assert.deepEqual([part.status, part.body.toString(), part.headers['content-range']], [206, '234', 'bytes 2-4/10']);
  assert.deepEqual([whole.status, whole.body.toString()], [200, '0123456789']);
  assert.deepEqual([beyond.status, beyond.headers['content-range']], [416, 'bytes */10']);
});

test('whoever asks for the head alone gets it as it would be', async (t) => {
  const ask = await serving(t);

  const [head, page] = [await ask('/', 'br', {}, 'HEAD'), await ask('/', 'br')];

  assert.equal(head.headers['content-length'], page.headers['content-length']);
  assert.equal(head.body.length, 0);
});

for (const path of [
  '/index.html.br',
  '/_headers',
  '/_headers.br',
  '/.env',
  '/../tags.json',
  '/%2e%2e/tags.json',
  '/nowhere',
]) {
  test(`${path} is for nobody`, async (t) => {
    const ask = await serving(t);

    assert.equal((await ask(path, 'br')).status, 404);
  });
}

for (const [accepted, encoding] of [
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['brotli', undefined],
  ['identity', undefined],
  [undefined, undefined],
] as const) {
  test(`whoever accepts ${accepted ?? 'what there is'} gets ${encoding ?? 'it as it is'}`, () => {
    const chosen = encodingFor(accepted, { br: true, gzip: true });

    assert.equal(chosen, encoding);
  });
}

async function serving(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-files-'));
  t.after(() => rm(folder, { recursive: true }));
  const files = {
    'client/index.html': PAGE,
    'client/_astro/a.12345678.js': 'a()',
    'client/film.webm': '0123456789',
    'client/_headers': '/*\n'.repeat(400),
    'client/.env': 'SECRET=1',
    'server/tags.json': '{}',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await compressFiles(join(folder, 'client/'), join(folder, 'server/'));
  const answer = await staticFiles(join(folder, 'client'), await readTags(join(folder, 'server', TAGS_FILE)));
  const server = createServer(async (asked, response) => {
    if (!(await answer(asked, response, asked.url ?? ''))) response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return (path: string, encoding: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number | undefined; headers: Record<string, string>; body: Buffer }>((done, fail) => {
      request({
        port,
        path,
        method,
        host: '127.0.0.1',
        agent: false,
        headers: { ...headers, 'accept-encoding': encoding },
      })
        .on('response', async (response) => {
          const body = Buffer.concat((await response.toArray()) as Buffer[]);
          done({ status: response.statusCode, headers: response.headers as Record<string, string>, body });
        })
        .on('error', fail)
        .end();
    });
}
