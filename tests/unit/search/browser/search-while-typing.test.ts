import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWhileTyping } from '../../../../src/search/browser/search-while-typing.ts';
import type { SearchAnswer, SearchOptions } from '../../../../src/search/search-answer.ts';

test('the last word is taken for a beginning', async () => {
  const { searcher, asked } = searching([]);

  await searchWhileTyping(searcher, 'my prin', { limit: 6 });

  assert.deepEqual(asked, [{ limit: 6, unfinished: true }]);
});

test('a last word that begins nothing is mended like a whole one', async () => {
  const { searcher, asked } = searching(['pritner']);

  await searchWhileTyping(searcher, 'my Pritner', { limit: 6 });

  assert.deepEqual(asked, [{ limit: 6, unfinished: true }, { limit: 6 }]);
});

test('an unknown word further ahead does not make a beginning whole', async () => {
  const { searcher, asked } = searching(['qqzz']);

  await searchWhileTyping(searcher, 'qqzz prin', {});

  assert.deepEqual(asked, [{ unfinished: true }]);
});

function searching(unknown: string[]) {
  const asked: SearchOptions[] = [];
  const search = (question: string, options: SearchOptions = {}): Promise<SearchAnswer> => {
    asked.push(options);
    return Promise.resolve({ question, words: [], repairs: [], unknown, rows: [], more: false });
  };
  return { searcher: { search }, asked };
}
