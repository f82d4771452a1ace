import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { writeIndex } from '../../../src/search/build-index.ts';
import { indexedSite } from '../../../src/search/indexed-site.ts';
import { nodeSearcher } from '../../../src/search/node-searcher.ts';
import type { SearchAnswer, SearchOptions } from '../../../src/search/search-answer.ts';
import { searchRecords } from '../../../src/search/search-records.ts';
import { contentFixture } from './content-fixture.ts';

test('an article is found by its title', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('the printer is offline');

  assert.equal(answer.rows[0]?.slug, 'printer-offline');
});

test('an article is found by a keyword, which is not shown', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('undelete');

  assert.deepEqual(slugsOf(answer), ['restore-a-file']);
  assert.match(textOf(answer), /^Restore one file from a snapshot\./);
});

test('an article is found by a whole question that no article holds', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('Why does my computer say that the disk is full when I want to save?');

  assert.equal(answer.rows[0]?.slug, 'restore-a-file');
});

test('an article is found with and without its accents', async (t) => {
  const ask = await siteToAsk(t);

  const answers = await Promise.all(
    ['café', 'cafe', 'CAFÉ', 'müller', 'muller', 'grosse größe'].map((word) => ask(word)),
  );

  assert.deepEqual(
    answers.map((answer) => slugsOf(answer)[0]),
    new Array(6).fill('printer-offline'),
  );
  assert.deepEqual(
    answers.flatMap(({ repairs }) => repairs),
    [],
  );
});

test('an article for another version comes first where its title is the question', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('Get back an earlier copy of a file', { reader: { product: 'printer' }, limit: 1 });

  assert.deepEqual(slugsOf(answer), ['restore-a-file']);
});

test('an audience that a product does not have keeps nobody from it', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('tray paper', {
    reader: { product: 'sync', version: '5', audience: 'admin' },
    filters: { product: 'printer' },
  });

  assert.deepEqual(slugsOf(answer), ['printer-offline']);
});

test('an error code leads to the place that explains it', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('NL-1042');

  assert.deepEqual(answer.rows[0]?.heading, {
    text: 'The disk is full',
    address: '/articles/restore-a-file/#the-disk-is-full',
  });
  assert.deepEqual(
    answer.rows[0]?.excerpt.filter(({ marked }) => marked),
    [{ text: 'NL-1042', marked: true }],
  );
});

test('a reader is not told that a product is only for others because it does not know their kind', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('printer tray paper', { reader: { product: 'sync', audience: 'admin' } });

  assert.deepEqual(
    answer.rows.map(({ slug, onlyFor }) => [slug, onlyFor]),
    [['printer-offline', undefined]],
  );
});

test('four pages of an article make one row, the one for the reader', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('snapshot', { reader: { product: 'sync', version: '3', audience: 'admin' } });

  assert.deepEqual(
    answer.rows.map(({ address }) => address),
    ['/articles/restore-a-file/3/for-admin/'],
  );
});

test('what is written for another version only is found, and says so', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('calendar', { reader: { product: 'sync', version: '5' } });

  assert.equal(answer.rows[0]?.address, '/articles/restore-a-file/3/');
  assert.deepEqual(answer.rows[0]?.onlyFor?.versions, ['Sync 3']);
});

test('the version of one product does not push other products aside', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('printer offline', { reader: { product: 'sync', version: '3' } });

  assert.equal(answer.rows[0]?.slug, 'printer-offline');
  assert.equal(answer.rows[0]?.onlyFor, undefined);
});

test('a version that stands beside the name of its product is searched in', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('calendar of sync 3');

  assert.deepEqual(answer.namedVersion, { id: '3', label: 'Sync 3', product: 'sync' });
  assert.deepEqual(
    answer.rows.map(({ address, onlyFor }) => [address, onlyFor]),
    [['/articles/restore-a-file/3/', undefined]],
  );
});

test('a version that is named takes the place of the one that the reader has', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('snapshot in version 3', { reader: { product: 'sync', version: '5', audience: 'admin' } });

  assert.equal(answer.rows[0]?.address, '/articles/restore-a-file/3/for-admin/');
  assert.equal(answer.namedVersion?.label, 'Sync 3');
});

test('a version that the reader has already, or that a filter names, is not told again', async (t) => {
  const ask = await siteToAsk(t);

  const known = await ask('snapshot sync 3', { reader: { product: 'sync', version: '3' } });
  const filtered = await ask('snapshot sync 3', { filters: { product: 'sync', version: '5' } });

  assert.equal(known.namedVersion, undefined);
  assert.equal(filtered.namedVersion, undefined);
  assert.equal(filtered.rows[0]?.address, '/articles/restore-a-file/');
});

test('articles that are not for the version that is named are found, and say so', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('history in sync 3');

  assert.deepEqual(
    answer.rows.map(({ address, onlyFor }) => [address, onlyFor?.versions]),
    [['/articles/restore-a-file/', ['Sync 5']]],
  );
});

test('a filter excludes', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('full', { filters: { product: 'printer' } });

  assert.deepEqual(slugsOf(answer), ['printer-offline']);
});

test('filters for version and audience lead to the page for both', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('quota', { filters: { product: 'sync', version: '3', audience: 'admin' } });

  assert.deepEqual(
    answer.rows.map(({ address, onlyFor }) => ({ address, onlyFor })),
    [{ address: '/articles/restore-a-file/3/for-admin/', onlyFor: undefined }],
  );
});

test('a word that no article knows finds nothing and is named', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('fullzzzqqqxxx');

  assert.deepEqual(slugsOf(answer), []);
  assert.deepEqual(answer.unknown, ['fullzzzqqqxxx']);
});

test('an empty question has an empty answer', async (t) => {
  const ask = await siteToAsk(t);

  const answer = await ask('  ');

  assert.deepEqual(answer.rows, []);
});

async function siteToAsk(
  t: TestContext,
): Promise<(question: string, options?: SearchOptions) => Promise<SearchAnswer>> {
  const { content, folder } = await contentFixture(t);
  const index = join(folder, 'pagefind');
  await writeIndex(searchRecords(content), { folder: index, site: indexedSite(content) });
  return (await nodeSearcher(pathToFileURL(`${index}/`))).search;
}

function slugsOf({ rows }: SearchAnswer): string[] {
  return rows.map(({ slug }) => slug);
}

function textOf({ rows }: SearchAnswer): string {
  return (rows[0]?.excerpt ?? []).map(({ text }) => text).join('');
}
