import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { noteBuild } from '../../../../src/offline/worker/builds.ts';
import type { Keeping } from '../../../../src/offline/worker/keeping.ts';
import { answerPage, keepOpenPage } from '../../../../src/offline/worker/pages.ts';
import { asking, keepingOver, memoryCaches, SITE } from './worker-fixture.ts';

const ARTICLE = '/articles/restore-a-file/';
const HTML = '<html lang="en"><link href="/_astro/page.css"><script src="/_astro/page.js"></script>Open Files.</html>';
const NETWORK = { [ARTICLE]: HTML, '/_astro/page.css': 'body{}', '/_astro/page.js': '', '/_astro/island.js': '' };
const table = { assets: { 'page.css': [], 'page.js': ['island.js'], 'island.js': [] } };

test('an article that was read is there without a connection, with all that it needs, and says that it is a copy', async () => {
  const keeping = keepingOver(NETWORK, { table });
  await read(keeping, ARTICLE);
  keeping.network.isDown = true;

  const answer = await read(keeping, ARTICLE);

  assert.match(await answer.text(), /<html data-kept-at="1000" data-kept-because="failed" lang="en">.*Open Files/);
  assert.deepEqual((await keeping.shelf.addresses('handrail/assets')).sort(), [
    '/_astro/island.js',
    '/_astro/page.css',
    '/_astro/page.js',
  ]);
});

test('a page of a build that is newer than the worker is kept with all that it needs', async () => {
  const former = keepingOver(NETWORK, { table: { id: 'former' } });
  await noteBuild({ ...former, build: { id: 'newer', keepsWholeIndex: true, ...table } });

  await read(former, ARTICLE);

  assert.ok((await former.shelf.addresses('handrail/assets')).includes('/_astro/island.js'));
});

test('with a connection the article is that of today, and becomes the copy', async () => {
  const keeping = keepingOver({ ...NETWORK });
  await read(keeping, ARTICLE);
  keeping.network.files[ARTICLE] = '<html>Mended.</html>';

  const answer = await read(keeping, ARTICLE);

  assert.equal(await answer.text(), '<html>Mended.</html>');
  assert.equal(await (await keeping.shelf.find('handrail/pages', ARTICLE))?.text(), '<html>Mended.</html>');
});

test('a page that was not kept has the page in its place that says so', async () => {
  const keeping = keepingOver({});
  await keeping.shelf.put('handrail/core', '/offline/', new Response('<html>You are offline.</html>'));
  keeping.network.isDown = true;

  const answer = await read(keeping, ARTICLE);

  assert.deepEqual([answer.status, await answer.text()], [200, '<html>You are offline.</html>']);
});

test('without even that page, the browser says what it says of a failure', async () => {
  const keeping = keepingOver({});
  keeping.network.isDown = true;

  const answer = await read(keeping, ARTICLE);

  assert.equal(answer.type, 'error');
});

test('a slow connection is waited for, but not for ever', async (t: TestContext) => {
  const keeping = keepingOver(NETWORK);
  await read(keeping, ARTICLE);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  keeping.network.answer = () => new Promise(() => undefined);
  const answering = answerPage(asking(ARTICLE), { kind: 'page', copy: ARTICLE, isKept: true }, keeping);
  await untilIdle();

  t.mock.timers.tick(3_000);
  const answer = await answering;

  assert.match(await answer.text(), /data-kept-because="slow"/);
});

for (const status of [500, 502, 503, 504]) {
  test(`where the server answers ${status}, the copy is shown`, async () => {
    const keeping = keepingOver(NETWORK);
    await read(keeping, ARTICLE);
    keeping.network.answer = async () => new Response('<html>away</html>', { status });

    const answer = await read(keeping, ARTICLE);

    assert.match(await answer.text(), /Open Files/);
  });
}

test('an article that is gone is gone, whatever was kept', async () => {
  const keeping = keepingOver({ ...NETWORK });
  await read(keeping, ARTICLE);
  keeping.network.answer = async () => new Response('nothing here', { status: 404 });

  const answer = await read(keeping, ARTICLE);

  assert.equal(answer.status, 404);
});

test('an answer that breaks off half-way does not take the place of the copy', async () => {
  const keeping = keepingOver(NETWORK);
  await read(keeping, ARTICLE);
  keeping.network.answer = async () =>
    new Response(brokenOff('<html>Open'), { headers: { 'content-type': 'text/html' } });

  await read(keeping, ARTICLE);

  assert.equal(await (await keeping.shelf.find('handrail/pages', ARTICLE))?.text(), HTML);
});

test('the sixty pages that were read last are kept', async () => {
  const pages = Array.from({ length: 65 }, (_, number) => `/articles/article-${number}/`);
  const keeping = keepingOver(Object.fromEntries(pages.map((page) => [page, '<html></html>'])));

  for (const page of pages) await read(keeping, page);

  assert.deepEqual(await keeping.shelf.addresses('handrail/pages'), pages.slice(5));
});

test('where the disk is full, older pages make room for the one that is read', async () => {
  let room = 4;
  const storage = memoryCaches((cache) => {
    if (cache !== 'handrail/pages' || room-- > 0) return undefined;
    room = 1;
    return new DOMException('full', 'QuotaExceededError');
  });
  const pages = ['a', 'b', 'c', 'd', 'e'].map((slug) => `/articles/${slug}/`);
  const keeping = keepingOver(Object.fromEntries(pages.map((page) => [page, '<html></html>'])), { storage });

  for (const page of pages) await read(keeping, page);

  assert.deepEqual(await keeping.shelf.addresses('handrail/pages'), pages.slice(1));
});

test('where the browser forbids to keep anything, pages are what they are without a worker', async () => {
  const storage = { open: refused, match: refused, keys: refused, delete: refused } as unknown as CacheStorage;
  const keeping = keepingOver(NETWORK, { storage });

  const answer = await read(keeping, ARTICLE);

  assert.equal(await answer.text(), HTML);
});

test('to a reader who saves data, nothing is sent that the browser lacks', async () => {
  const ways: (RequestCache | undefined)[] = [];
  const keeping = keepingOver(NETWORK, { table, isSavingData: () => true });
  const { fetch } = keeping;
  keeping.fetch = (address, options) => {
    if (String(address).startsWith('/_astro/')) ways.push(options?.cache);
    return fetch(address, options);
  };

  await read(keeping, ARTICLE);

  assert.deepEqual(ways, ['only-if-cached', 'only-if-cached', 'only-if-cached']);
});

test('of the pages that are open when the worker begins, those of one person are left alone', async () => {
  const keeping = keepingOver({ ...NETWORK, '/requests/a-private-token/': '<html>yours</html>' });

  for (const path of ['/requests/a-private-token/', ARTICLE]) await keepOpenPage(SITE + path, new URL(SITE), keeping);

  assert.deepEqual(await keeping.shelf.addresses('handrail/pages'), [ARTICLE]);
});

/** A reader opens the page; ends when all is kept that is to be kept. */
async function read(keeping: Keeping, path: string): Promise<Response> {
  const event = asking(path);
  const answer = await answerPage(event, { kind: 'page', copy: path, isKept: true }, keeping);
  await event.settled();
  return answer;
}

function brokenOff(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    pull: (controller) => controller.error(new TypeError('network error')),
  });
}

function refused(): never {
  throw new DOMException('forbidden', 'SecurityError');
}

/** Lets all go on that does not wait for a timer. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
