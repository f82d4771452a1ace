import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { indexCaches } from '../../../../src/offline/cache-names.ts';
import { indexAnswers } from '../../../../src/offline/worker/index-answers.ts';
import { asking, keepingOver, memoryCaches } from './worker-fixture.ts';

const ENTRY = '/pagefind/handrail-entry.json';
const LIST = '/pagefind/files.json';
const CHUNK = '/pagefind/index/en_aaaaaaa.pf_index';
const OTHER = '/pagefind/fragment/en_bbbbbbb.pf_fragment';
const FIRST = { [ENTRY]: '{"meta":"first"}', [CHUNK]: 'chunk', [OTHER]: 'fragment' };

const withList = (files: Record<string, string>, bytes = 1_000) => ({
  ...files,
  [LIST]: JSON.stringify({
    bytes,
    files: Object.keys(files).map((path) => path.replace('/pagefind/', '')),
  }),
});

test('what a search has fetched answers the same search without a connection', async () => {
  const { search, network } = reader({ ...FIRST });
  await search(ENTRY, CHUNK);
  network.isDown = true;

  const answers = await search(ENTRY, CHUNK);

  assert.deepEqual(answers, ['{"meta":"first"}', 'chunk']);
});

test('what was not fetched fails at once, so that a reader is told', async () => {
  const { search, network } = reader({ ...FIRST });
  await search(ENTRY, CHUNK);
  network.isDown = true;

  const searching = search(OTHER);

  await assert.rejects(searching, TypeError);
});

test('a part with a hash in its name is asked for once', async () => {
  const { search, network } = reader({ ...FIRST });

  await search(ENTRY, CHUNK, CHUNK, CHUNK);

  assert.equal(network.asked.filter((path) => path === CHUNK).length, 1);
});

test('after the first search the rest of a small index is fetched, each part once', async () => {
  const { search, network } = reader(withList(FIRST));

  await search(ENTRY, CHUNK);
  network.isDown = true;
  const rest = await search(OTHER);

  assert.deepEqual(rest, ['fragment']);
  assert.deepEqual(network.asked, [ENTRY, CHUNK, LIST, OTHER]);
});

test('after a search that the server has answered, all of a small index is fetched', async () => {
  const { search, askServer, network } = reader(withList(FIRST));

  await askServer();
  network.isDown = true;

  assert.deepEqual(await search(ENTRY, CHUNK, OTHER), ['{"meta":"first"}', 'chunk', 'fragment']);
});

test('where a reader who saves data asks the server, nothing of the index is fetched', async () => {
  const { askServer, network } = reader(withList(FIRST), { isSavingData: () => true });

  await askServer();

  assert.deepEqual(network.asked, []);
});

test('before anybody has searched, the rest is not fetched', async () => {
  const { search, network } = reader(withList(FIRST));

  await search(ENTRY);

  assert.deepEqual(network.asked, [ENTRY]);
});

const SPARED: [string, Parameters<typeof reader>][] = [
  ['the reader saves data', [withList(FIRST), { isSavingData: () => true }]],
  ['the index is large', [withList(FIRST), { table: { keepsWholeIndex: false } }]],
  ['the index has grown large since', [withList(FIRST, 2_000_001)]],
  ['the browser has little room', [withList(FIRST), { roomBytes: async () => 1_500 }]],
];
for (const [why, given] of SPARED) {
  test(`where ${why}, the rest is not fetched`, async () => {
    const { search, network } = reader(...given);

    await search(ENTRY, CHUNK);

    assert.ok(!network.asked.includes(OTHER));
  });
}

test('where the line breaks while the rest is fetched, the next search goes on with it', async () => {
  const files = withList(FIRST);
  const { search, network } = reader({ ...files, [OTHER]: undefined as unknown as string });
  await search(ENTRY, CHUNK);
  network.files[OTHER] = 'fragment';
  await search(CHUNK);
  network.isDown = true;

  const rest = await search(OTHER);

  assert.deepEqual(rest, ['fragment']);
});

test('where the disk is full, the rest is given up and search goes on', async () => {
  const storage = memoryCaches((_, address) =>
    address === OTHER ? new DOMException('full', 'QuotaExceededError') : undefined,
  );
  const { search } = reader(withList(FIRST), { storage });

  const answers = await search(ENTRY, CHUNK, OTHER);

  assert.deepEqual(answers, ['{"meta":"first"}', 'chunk', 'fragment']);
});

test('after a deploy the start is that of today, and a page that is open goes on with the parts of before', async () => {
  const { search, network } = reader({ ...FIRST });
  await search(ENTRY, CHUNK);
  network.files = { [ENTRY]: '{"meta":"second"}' };

  const answers = await search(ENTRY, CHUNK);

  assert.deepEqual(answers, ['{"meta":"second"}', 'chunk']);
});

test('the two newest editions are kept, and what they have in common moves on with them', async () => {
  const { search, network, editions } = reader({ ...FIRST });
  await search(ENTRY, CHUNK, OTHER);

  for (const edition of ['second', 'third', 'fourth']) {
    network.files[ENTRY] = JSON.stringify({ meta: edition });
    await search(ENTRY, CHUNK);
  }
  network.isDown = true;

  assert.equal((await editions()).length, 2);
  assert.deepEqual(await search(ENTRY, CHUNK), ['{"meta":"fourth"}', 'chunk']);
  await assert.rejects(search(OTHER));
});

test('whoever has searched before can search the new edition as a whole', async () => {
  const { search, network } = reader(withList(FIRST));
  await search(ENTRY, CHUNK);
  const added = '/pagefind/fragment/en_ccccccc.pf_fragment';
  network.files = withList({ ...FIRST, [ENTRY]: '{"meta":"second"}', [added]: 'added' });
  await search(ENTRY);
  network.isDown = true;

  const answers = await search(CHUNK, OTHER, added);

  assert.deepEqual(answers, ['chunk', 'fragment', 'added']);
});

test('two pages that begin to search at once begin one edition', async () => {
  const { search, editions } = reader({ ...FIRST });

  await Promise.all([search(CHUNK), search(ENTRY), search(OTHER), search(ENTRY)]);

  assert.equal((await editions()).length, 1);
});

test('a slow start is waited for two seconds where there is one of before', async (t: TestContext) => {
  const { answers, search, network } = reader({ ...FIRST });
  await search(ENTRY);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  network.answer = () => new Promise(() => undefined);
  const answering = answers.answerStart(asking(ENTRY).request, () => undefined);
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  t.mock.timers.tick(2_000);
  const answer = await answering;

  assert.equal(await answer.text(), '{"meta":"first"}');
});

test('a page in the place of a part that is gone is not kept for it', async () => {
  const { search, network } = reader({ ...FIRST });
  await search(ENTRY);
  network.answer = async () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  await search(CHUNK);
  delete network.answer;

  const answers = await search(CHUNK);

  assert.deepEqual(answers, ['chunk']);
});

test('where the browser forbids to keep anything, search is what it is without a worker', async () => {
  const refused = () => Promise.reject(new DOMException('forbidden', 'SecurityError'));
  const storage = { open: refused, match: refused, keys: refused, delete: refused } as unknown as CacheStorage;
  const { search } = reader(withList(FIRST), { storage });

  const answers = await search(ENTRY, CHUNK);

  assert.deepEqual(answers, ['{"meta":"first"}', 'chunk']);
});

/** Somebody who searches: asks for files of the index, one after the other, until all is kept that is to be kept. */
function reader(files: Record<string, string>, given: Parameters<typeof keepingOver>[1] = {}) {
  const keeping = keepingOver(files, given);
  const answers = indexAnswers(keeping);
  const search = async (...paths: string[]) => {
    const texts: string[] = [];
    for (const path of paths) {
      const { request, waitUntil, settled } = asking(path);
      const answer = path === ENTRY ? answers.answerStart : answers.answerFile;
      texts.push(await (await answer(request, waitUntil)).text());
      await settled();
    }
    return texts;
  };
  const askServer = async () => {
    const { waitUntil, settled } = asking('/search/?q=printer');
    answers.keepAfterSearch(waitUntil);
    await settled();
  };
  const editions = async () => indexCaches(await keeping.storage.keys(), '/');
  return { answers, search, askServer, editions, network: keeping.network };
}
