import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexFiles } from '../../../src/search/build-index.ts';
import { indexWord } from '../../../src/search/index/index-word.ts';
import { indexedSite } from '../../../src/search/indexed-site.ts';
import { planSearch } from '../../../src/search/plan.ts';
import { FILTER_NAMES } from '../../../src/search/result-address.ts';
import type { Filters } from '../../../src/search/filters.ts';
import type { Searcher } from '../../../src/search/search-answer.ts';
import { searcherOver } from '../../../src/search/searcher.ts';
import { searchRecords, type SearchRecord } from '../../../src/search/search-records.ts';
import { contentFixture } from './content-fixture.ts';

// Questions made of the site's own words, damaged words and whatever else people paste.

const SIGNS = fc.constantFrom(
  '"',
  '*',
  '<b>',
  '-',
  ' OR ',
  '\\',
  '😀',
  '\ud800',
  'ﬁ',
  '\u0000',
  '報',
  'ё',
  "'s",
  '%20',
);
const NUMBERS = fc.constantFrom('NL-1042', '4.2', 'v5', '0x80070005', '2026');

test('planning never throws, and plans the same question alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.boolean(), (question, isUnfinished) => {
      const plan = planSearch(question, { isUnfinished });

      assert.deepEqual(planSearch(question, { isUnfinished }), plan);
      assert.ok(plan.words.length <= 12);
      assert.equal(new Set(plan.words.map(({ word }) => word)).size, plan.words.length);
    }),
  );
});

test('the same question always has the same answer, whatever was asked before', async (t) => {
  const { searcher, questions, open } = await siteOf(t);
  await fc.assert(
    fc.asyncProperty(questions, fc.boolean(), async (question, unfinished) => {
      const answer = await searcher.search(question, { unfinished });

      assert.deepEqual(await open().search(question, { unfinished }), answer);
    }),
    { numRuns: 60 },
  );
});

test('a word that the site knows is never repaired', async (t) => {
  const { searcher, questions, records } = await siteOf(t);
  const known = new Set(records.flatMap((record) => wordsIn(record)).map((word) => indexWord(word, 'en')));
  await fc.assert(
    fc.asyncProperty(questions, fc.boolean(), async (question, unfinished) => {
      const { repairs } = await searcher.search(question, { unfinished });

      for (const { typed } of repairs) assert.ok(!known.has(indexWord(typed, 'en')), typed);
    }),
  );
});

test('what was searched for instead is a word of the site', async (t) => {
  const { searcher, questions, records } = await siteOf(t);
  const known = new Set(records.flatMap((record) => wordsIn(record)));
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      const { repairs } = await searcher.search(question);

      for (const { searched } of repairs)
        assert.ok(
          searched.split(' ').every((word) => known.has(word)),
          searched,
        );
    }),
  );
});

test('a literal search repairs nothing', async (t) => {
  const { searcher, questions } = await siteOf(t);
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      assert.deepEqual((await searcher.search(question, { literal: true })).repairs, []);
    }),
  );
});

test('an article whose title is the question comes first, for whomever it is', async (t) => {
  const { searcher, records } = await siteOf(t);
  const reader = fc.record({ product: fc.constant('sync'), version: fc.constantFrom('5', '3') }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...records),
      reader,
      fc.constantFrom(1, 6),
      async ({ title }, preferred, limit) => {
        const { rows } = await searcher.search(title, { reader: preferred, limit });

        assert.equal(rows[0]?.title, title);
      },
    ),
  );
});

test('no article is found twice, and none that the filters exclude', async (t) => {
  const { searcher, questions, records } = await siteOf(t);
  const filters: fc.Arbitrary<Filters> = fc.record(
    {
      product: fc.constantFrom('sync', 'printer', 'none'),
      version: fc.constantFrom('5', '3', '1'),
      audience: fc.constantFrom('home', 'admin'),
      type: fc.constantFrom('how-to', 'troubleshooting'),
      topic: fc.constantFrom('files', 'print'),
    },
    { requiredKeys: [] },
  );
  const reader = fc.record(
    { product: fc.constantFrom('sync', 'printer'), version: fc.constantFrom('5', '3'), audience: fc.constant('admin') },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(questions, filters, reader, async (question, chosen, preferred) => {
      const { rows } = await searcher.search(question, { filters: chosen, reader: preferred, limit: 20 });

      assert.equal(new Set(rows.map(({ slug }) => slug)).size, rows.length);
      for (const { address } of rows) {
        const record = records.find((candidate) => candidate.address === address);
        assert.ok(record && FILTER_NAMES.every((name) => isLetThrough(record, name, chosen[name])), address);
      }
    }),
  );
});

test('a filter leaves as many articles as its count says', async (t) => {
  const { searcher, questions } = await siteOf(t);
  await fc.assert(
    fc.asyncProperty(questions, fc.constantFrom(...FILTER_NAMES), async (question, name) => {
      for (const { value, count } of (await searcher.count(question))[name]) {
        const filters = { [name]: value };
        const { rows } = await searcher.search(question, { filters, limit: 100 });
        assert.equal(rows.length, count, `${name} ${value}`);
      }
    }),
    { numRuns: 40 },
  );
});

async function siteOf(t: Parameters<typeof contentFixture>[0]) {
  const { content } = await contentFixture(t);
  const records = searchRecords(content);
  const files = await indexFiles(records, indexedSite(content));
  const open = (): Searcher =>
    searcherOver(async (path) => files.get(path) ?? Promise.reject(new Error(`There is no ${path}.`)));
  const word = fc.constantFrom(...new Set(records.flatMap(wordsIn)));
  const damaged = fc
    .tuple(word, fc.nat(20), fc.constantFrom('swap', 'drop', 'double'))
    .map(([text, at, how]) => damage(text, at % text.length, how));
  const questions = fc
    .array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 3, arbitrary: damaged }, SIGNS, NUMBERS), {
      maxLength: 8,
    })
    .map((words) => words.join(' '));
  return { searcher: open(), open, questions, records };
}

function damage(word: string, at: number, how: string): string {
  if (how === 'drop') return word.slice(0, at) + word.slice(at + 1);
  if (how === 'double') return word.slice(0, at) + word.charAt(at) + word.slice(at);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function wordsIn({ title, summary, keywords, sections }: SearchRecord): string[] {
  const texts = [title, summary, ...keywords, ...sections.flatMap(({ heading, text }) => [heading?.text ?? '', text])];
  return (
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

function isLetThrough(record: SearchRecord, name: keyof Filters, value: string | undefined): boolean {
  if (value === undefined) return true;
  switch (name) {
    case 'version':
      return record.versions.includes(value);
    case 'audience':
      return record.audiences.includes(value);
    case 'product':
    case 'type':
    case 'topic':
      return record[name] === value;
  }
}
