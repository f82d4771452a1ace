import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFiles, TAGS_FILE } from '../../../src/bytes/compress-files.ts';
import { FileTags } from '../../../src/schema/built.ts';
import { encodingFor } from '../../../src/server/encoding.ts';
import { staticFiles } from '../../../src/server/static-files.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const PAGE = '<p>Open Files.</p>'.repeat(100);

test('a page comes compressed as its browser takes it, and says what it depends on', async (t) => {
  const { ask } = await serving(t);

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
  const { ask } = await serving(t);
  const { headers } = await ask('/', 'br');

  const again = await ask('/', 'gzip', { 'if-none-match': `"other", ${headers.etag}` });

  assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, headers.etag]);
});

test('the tag of a page names what it holds, whenever and wherever it was built', async (t) => {
  const [one, other] = [await serving(t), await serving(t)];

  const tags = [(await one.ask('/', '')).headers.etag, (await other.ask('/', '')).headers.etag];

  assert.equal(tags[0], tags[1]);
  assert.match(tags[0] ?? '', /^W\/"[\w-]{16}"$/);
});

test('what carries a hash in its name is kept for good', async (t) => {
  const { ask } = await serving(t);

  const { headers } = await ask('/_astro/a.12345678.js', '');

  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
});

test('a film is given in parts, and as a whole where it has changed meanwhile', async (t) => {
  const { ask } = await serving(t);
  const { headers } = await ask('/film.webm', 'br');

  const part = await ask('/film.webm', 'br', { range: 'bytes=2-4', 'if-range': headers.etag ?? '' });
  const whole = await ask('/film.webm', 'br', { range: 'bytes=2-4', 'if-range': '"before"' });
  const beyond = await ask('/film.webm', 'br', { range: 'bytes=10-' });

  assert.deepEqual([part.status, part.body.toString(), part.headers['content-range']], [206, '234', 'bytes 2-4/10']);
  assert.deepEqual([whole.status, whole.body.toString()], [200, '0123456789']);
  assert.deepEqual([beyond.status, beyond.headers['content-range']], [416, 'bytes */10']);
});

test('whoever asks for the head alone gets it as it would be', async (t) => {
  const { ask } = await serving(t);

  const [head, page] = [await ask('/', 'br', {}, 'HEAD'), await ask('/', 'br')];

  assert.equal(head.headers['content-length'], page.headers['content-length']);
  assert.equal(head.body.length, 0);
});

for (const path of [
  '/index.html.br',
  '/_headers',
  '/_headers.br',
  '/.env',
  '/../server/tags.json',
  '/%2e%2e/server/tags.json',
  '/nowhere',
]) {
  test(`${path} is for nobody`, async (t) => {
    const { ask } = await serving(t);

    assert.equal((await ask(path, 'br')).status, 404);
  });
}

for (const [what, rebuilt] of [
  ['longer', PAGE + PAGE],
  ['shorter', 'Open.'],
  ['as long', PAGE.replaceAll('Open', 'Shut')],
  ['gone', undefined],
] as const) {
  test(`a page that was built anew under a running server, and is ${what}, is asked for again later`, async (t) => {
    const { ask, folder, changes } = await serving(t);
    const path = join(folder, 'client/index.html');
    await (rebuilt === undefined ? rm(path) : writeFile(path, rebuilt));

    const [answer, again] = [await ask('/', ''), await ask('/', '')];

    for (const { status, headers, body } of [answer, again]) {
      assert.deepEqual([status, headers['retry-after'], headers['cache-control']], [503, '60', 'no-store']);
      assert.equal(headers.etag, undefined);
      assert.match(body.toString(), /^This page is being renewed/);
    }
    assert.equal(changes(), 1);
  });
}

test('of what is asked for at once on one connection, each file is opened when its turn has come', async (t) => {
  const { folder, port, letGo } = await serving(t);
  const socket = connect(port, '127.0.0.1');
  const line = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n`;
  socket.write(`${line('/held')}\r\n${line('/')}Connection: close\r\n\r\n`);
  // The first answer has begun, so the second request was read with it.
  await once(socket, 'data');
  await writeFile(join(folder, 'client/index.html'), 'Open.');

  letGo();

  const answers = Buffer.concat((await socket.toArray()) as Buffer[]).toString();
  assert.match(answers, /HTTP\/1\.1 503 /);
});

test('a name that macOS wrote with its dots apart is found as it is written in an address', async (t) => {
  const { ask } = await serving(t, { 'client/u\u0308ber.pdf': 'about' });

  const answers = [await ask('/%C3%BCber.pdf', ''), await ask('/u%CC%88ber.pdf', '')];

  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.toString()]),
    [
      [200, 'about'],
      [200, 'about'],
    ],
  );
});

test('a page that stands for another comes compressed, whole and with no tag, and is kept by nobody', async (t) => {
  const { ask } = await serving(t);

  const { status, headers, body } = await ask('/nothing', 'br', { range: 'bytes=0-3', 'if-none-match': '*' });

  assert.deepEqual([status, headers['content-encoding'], headers.vary], [404, 'br', 'accept-encoding']);
  assert.equal(headers['content-length'], String(body.length));
  assert.equal(headers['cache-control'], 'no-store');
  assert.deepEqual([headers.etag, headers['accept-ranges']], [undefined, undefined]);
  assert.equal(brotliDecompressSync(body).toString(), PAGE);
});

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

async function serving(t: TestContext, more: Record<string, string> = {}) {
  const folder = await temporaryFolder(t);
  const files = {
    'client/index.html': PAGE,
    'client/_astro/a.12345678.js': 'a()',
    'client/film.webm': '0123456789',
    'client/_headers': '/*\n'.repeat(400),
    'client/.env': 'SECRET=1',
    'server/tags.json': '{}',
    ...more,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await compressFiles(join(folder, 'client/'), join(folder, 'server/'));
  const tags = FileTags.parse(JSON.parse(await readFile(join(folder, 'server', TAGS_FILE), 'utf8')));
  let changes = 0;
  const answer = await staticFiles(join(folder, 'client'), tags, { onChanged: () => void changes++ });
  const held = Promise.withResolvers<undefined>();
  const server = createServer(async (asked, response) => {
    if (asked.url === '/nothing') return void (await answer(asked, response, '/', 404));
    if (asked.url === '/held') {
      response.write('held');
      await held.promise;
      return void response.end();
    }
    if (!(await answer(asked, response, asked.url ?? ''))) response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, encoding: string, headers: Record<string, string> = {}, method = 'GET') =>
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
  return { ask, folder, port, changes: () => changes, letGo: () => held.resolve(undefined) };
}
