import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankArticles, type ReadPage } from '../../../src/search/rank-articles.ts';

test('an article has one row: the best of its pages', () => {
  const pages = [
    page('restore', 'Restore', 3, '/articles/restore/3/'),
    page('restore', 'Restore', 5),
    page('sync', 'Sync', 4),
  ];

  const articles = rankArticles(pages, 'anything');

  assert.deepEqual(addressesOf(articles), ['/articles/restore/', '/articles/sync/']);
});

test('an article whose title is the question comes first', () => {
  const pages = [page('other', 'Restore everything', 9), page('exact', 'Restore a file?', 1)];

  const articles = rankArticles(pages, 'restore a file');

  assert.deepEqual(addressesOf(articles), ['/articles/exact/', '/articles/other/']);
});

test('a title that holds the whole question comes before one that does not', () => {
  const pages = [
    page('policy', 'Roll Sync out by policy', 9),
    page('set-up', 'Set up Sync and check that it works', 5),
  ];

  const articles = rankArticles(pages, 'set up sync');

  assert.deepEqual(addressesOf(articles), ['/articles/set-up/', '/articles/policy/']);
});

test('a single word in a title is no reason to overturn the ranking', () => {
  const pages = [page('error', 'What does the number mean?', 9), page('sync', 'Set up Sync', 5)];

  const articles = rankArticles(pages, 'sync');

  assert.deepEqual(addressesOf(articles), ['/articles/error/', '/articles/sync/']);
});

test('articles that share a common word with the question and no more are left out', () => {
  const pages = [page('answer', 'Answer', 10), page('noise', 'Noise', 0.4)];

  const articles = rankArticles(pages, 'anything');

  assert.deepEqual(addressesOf(articles), ['/articles/answer/']);
});

function page(slug: string, title: string, score: number, address = `/articles/${slug}/`): ReadPage {
  const card = { slug, product: 'Sync', newest: '5', firstAudience: 'home', versions: [], audiences: [] };
  return {
    ranked: {
      id: address,
      fits: true,
      score,
      matches: [],
      page: async () => Promise.reject(new Error('Read already.')),
    },
    page: { address, title, product: 'sync', text: '', headings: [], card },
  };
}

function addressesOf(articles: readonly ReadPage[]): string[] {
  return articles.map(({ page: { address } }) => address);
}
