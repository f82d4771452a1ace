import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../../src/articles/read-content.ts';
import { searchRecords } from '../../../src/search/search-records.ts';
import { article, writeContent } from '../../fixtures/site.ts';
import { contentFixture } from './content-fixture.ts';

test('every page of an article has a record with the text that it shows, and no other', async (t) => {
  const { content } = await contentFixture(t);

  const records = searchRecords(content).filter(({ slug }) => slug === 'restore-a-file');

  assert.deepEqual(
    records.map(({ address, versions, audiences }) => ({ address, versions, audiences })),
    [
      { address: '/articles/restore-a-file/', versions: ['5'], audiences: ['home'] },
      { address: '/articles/restore-a-file/for-admin/', versions: ['5'], audiences: ['admin'] },
      { address: '/articles/restore-a-file/3/', versions: ['3'], audiences: ['home'] },
      { address: '/articles/restore-a-file/3/for-admin/', versions: ['3'], audiences: ['admin'] },
    ],
  );
  assert.deepEqual(
    records.map(({ sections }) => sections.some(({ text }) => text.includes('calendar'))),
    [false, false, true, true],
  );
});

test('each reader of a product is shown one page of an article', async (t) => {
  const { content } = await contentFixture(t);

  const records = searchRecords(content).filter(({ slug }) => slug === 'restore-a-file');

  assert.deepEqual(
    records.map(({ notFor }) => ALL_READERS.filter((name) => !notFor.includes(name))),
    [
      ['sync * *', 'sync * home', 'sync 5 *', 'sync 5 home'],
      ['sync * admin', 'sync 5 admin'],
      ['sync 3 *', 'sync 3 home'],
      ['sync 3 admin'],
    ],
  );
});

test('a section knows the anchor of its heading', async (t) => {
  const { content } = await contentFixture(t);

  const record = searchRecords(content).find(({ address }) => address === '/articles/restore-a-file/');

  assert.deepEqual(
    record?.sections.map(({ heading }) => heading?.id),
    ['the-file-was-overwritten', 'the-disk-is-full'],
  );
});

test('a card tells the audiences of its product', async (t) => {
  const { content } = await contentFixture(t);

  const cards = searchRecords(content).map(({ card }) => card);

  assert.deepEqual(cards.find(({ slug }) => slug === 'printer-offline')?.audiencesOfProduct, ['home']);
  assert.deepEqual(cards.find(({ slug }) => slug === 'restore-a-file')?.audiencesOfProduct, ['home', 'admin']);
});

test('drafts are left out of a build', async (t) => {
  const { content } = await contentFixture(t);

  const slugs = searchRecords(content).map(({ slug }) => slug);

  assert.ok(!slugs.includes('not-finished'));
});

test('drafts are there where they are asked for', async (t) => {
  const { content } = await contentFixture(t);

  const slugs = searchRecords(content, { drafts: true }).map(({ slug }) => slug);

  assert.ok(slugs.includes('not-finished'));
});

test('pages that an open incident touches carry it, and the others do not', async () => {
  await using written = await writeContent({
    'articles/late.mdx': article({
      type: 'incident',
      title: 'Slow since Friday',
      opened: '2026-11-20T08:15Z',
      affects: '{ articles: [restore-a-file] }',
    }),
  });
  const content = await readContent(written.folder);

  const touched = searchRecords(content).map(({ slug, card }) => [slug, card.incidents]);

  assert.deepEqual(Object.fromEntries(touched), {
    'restore-a-file': [{ title: 'Slow since Friday', address: '/articles/late/' }],
    'share-a-folder': undefined,
    late: undefined,
  });
});

const ALL_READERS = ['*', '5', '3'].flatMap((version) =>
  ['*', 'home', 'admin'].map((audience) => `sync ${version} ${audience}`),
);
