import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FilterCounts, ResultRow, SearchAnswer, SearchOptions } from '../../../src/search/search-answer.ts';
import { serverAnswer } from '../../../src/search/server-answer.ts';

const COUNTS: FilterCounts = { product: [], version: [], audience: [], type: [], topic: [] };
const ROW: ResultRow = { slug: 'a', address: '/articles/a/', title: 'A', excerpt: [], product: 'P', versions: [] };

test('a page is answered with its rows and counts', async () => {
  const { searcher, searches } = searching(() => [ROW]);

  const found = await serverAnswer(searcher, { question: 'fan', filters: { product: 'mini' }, literal: true });

  assert.equal(found.kind, 'answered');
  assert.deepEqual(searches, [{ filters: { product: 'mini' }, reader: {}, literal: true, limit: 20 }]);
});

test('limits that leave nothing are lifted once, to say what they hide', async () => {
  const { searcher } = searching(({ filters }) => (filters?.product ? [] : [ROW]));

  const found = await serverAnswer(searcher, { question: 'fan', filters: { product: 'mini' } });

  assert.equal(found.kind === 'answered' && found.withoutLimits?.rows.length, 1);
});

test('nothing found without limits is not asked twice', async () => {
  const { searcher, searches } = searching(() => []);

  await serverAnswer(searcher, { question: 'fan', filters: {} });

  assert.equal(searches.length, 1);
});

test('an index that cannot be read is an outcome', async () => {
  const why = new Error('gone');
  const broken = { search: () => Promise.reject(why), count: () => Promise.reject(why) };

  const found = await serverAnswer(broken, { question: 'fan', filters: {} });

  assert.deepEqual(found, { kind: 'failed', why });
});

function searching(rowsFor: (options: SearchOptions) => ResultRow[]) {
  const searches: SearchOptions[] = [];
  const searcher = {
    async search(question: string, options: SearchOptions = {}): Promise<SearchAnswer> {
      searches.push(options);
      return { question, words: [question], repairs: [], unknown: [], rows: rowsFor(options), more: false };
    },
    count: () => Promise.resolve(COUNTS),
  };
  return { searcher, searches };
}
