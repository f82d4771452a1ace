import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectWords } from '../../../../src/search/index/collect-words.ts';
import { searchRecords } from '../../../../src/search/search-records.ts';
import { contentFixture } from '../content-fixture.ts';

test('the words of a site are those of its articles, in order, without stop words', async (t) => {
  const { content } = await contentFixture(t);
  const words = collectWords('en');

  for (const record of searchRecords(content)) words.add(record);

  const { words: collected, frequencies } = words.vocabulary();
  assert.ok(['printer', 'undelete', 'calendar', 'größe'].every((word) => collected.includes(word)));
  assert.ok(['the', 'get', 'nl', '1042'].every((word) => !collected.includes(word)));
  assert.deepEqual(collected, [...collected].sort());
  assert.equal(frequencies.length, collected.length);
});
