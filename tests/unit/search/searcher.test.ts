import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { indexFiles } from '../../../src/search/build-index.ts';
import { indexedSite } from '../../../src/search/indexed-site.ts';
import { MissingFile, searcherOver } from '../../../src/search/searcher.ts';
import { searchRecords } from '../../../src/search/search-records.ts';
import { contentFixture } from './content-fixture.ts';

test('after a deploy an open page finds what is new', async (t) => {
  const host = await hostOf(t);
  const searcher = searcherOver(host.fetchFile);
  await searcher.search('printer');
  await host.deploy((text) => text.replaceAll('calendar', 'almanac'));

  const { rows } = await searcher.search('almanac', { reader: { product: 'sync', version: '3' } });

  assert.equal(rows[0]?.slug, 'restore-a-file');
});

test('an index without a piece that it names is an error, and no endless trying', async (t) => {
  const host = await hostOf(t);
  const searcher = searcherOver(host.fetchFile);
  host.remove(/^index\//);

  await assert.rejects(searcher.search('printer'), MissingFile);
  assert.ok(host.asked.filter((path) => path === 'handrail-entry.json').length <= 2);
});

test('what failed is tried again with the next question', async (t) => {
  const host = await hostOf(t);
  const searcher = searcherOver(host.fetchFile);
  host.goOffline();
  await assert.rejects(searcher.search('printer'), /offline/);
  host.goOnline();

  const { rows } = await searcher.search('printer');

  assert.equal(rows[0]?.slug, 'printer-offline');
});

test('nothing is fetched twice', async (t) => {
  const host = await hostOf(t);
  const searcher = searcherOver(host.fetchFile);
  await searcher.search('the printer is offline');

  await searcher.search('is the printer offline');

  assert.equal(new Set(host.asked).size, host.asked.length);
});

test('an index that is half there is an error and no wrong answer', async (t) => {
  const host = await hostOf(t);
  const searcher = searcherOver(host.fetchFile);
  host.change(/pf_meta$/, (bytes) => bytes.subarray(0, bytes.length >> 1));

  await assert.rejects(searcher.search('printer'));
});

/** A host of the index of the fixture, which counts what it is asked for. */
async function hostOf(t: TestContext) {
  const { content } = await contentFixture(t);
  const site = indexedSite(content);
  const records = searchRecords(content);
  let files = await indexFiles(records, site);
  let isOffline = false;
  const asked: string[] = [];
  return {
    asked,
    async fetchFile(path: string): Promise<Uint8Array> {
      asked.push(path);
      if (isOffline) throw new TypeError('You are offline.');
      const bytes = files.get(path);
      if (!bytes) throw new MissingFile(path);
      return bytes;
    },
    async deploy(change: (text: string) => string) {
      const changed = records.map((record) => ({
        ...record,
        sections: record.sections.map((section) => ({ ...section, text: change(section.text) })),
      }));
      files = await indexFiles(changed, site);
    },
    remove(paths: RegExp) {
      for (const path of files.keys()) if (paths.test(path)) files.delete(path);
    },
    change(paths: RegExp, make: (bytes: Uint8Array) => Uint8Array) {
      for (const [path, bytes] of files) if (paths.test(path)) files.set(path, make(bytes));
    },
    goOffline: () => (isOffline = true),
    goOnline: () => (isOffline = false),
  };
}
