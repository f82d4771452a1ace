import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keywordEvidence } from '../../../src/insights/keyword-evidence.ts';
import { bySlug, type LiveArticle } from '../../../src/insights/live-article.ts';
import { proposeKeywords } from '../../../src/insights/propose-keywords.ts';
import type { SearchCount } from '../../../src/server/store.ts';
import { liveArticle } from '../../fixtures/live-article.ts';

const ARTICLES = ['restore-a-file', 'share', 'print', 'scan', 'update'].map((slug) => liveArticle(slug));

test('a word that ended on an article often enough is proposed, with why', () => {
  const proposals = proposed([
    search('rollback', 5),
    search('rollbacks a file', 2),
    search('tray', 3, { after: 'rollback' }),
  ]);

  assert.deepEqual(proposals[0], {
    slug: 'restore-a-file',
    file: 'content/articles/restore-a-file.mdx',
    keyword: 'rollback',
    times: 10,
    opened: 7,
    openedLater: 3,
    solved: 0,
    question: 'rollback',
  });
});

test('words of a single search, or of two, are not proposed', () => {
  assert.deepEqual(words([search('zebra', 1), search('smith', 2)]), []);
});

test('what the article has already is not proposed, in no form of it', () => {
  assert.deepEqual(words([search('choosing a file', 9), search('HISTORY', 9), search('open-files', 9)]), []);
});

test('a typing error is not proposed: search mends it', () => {
  assert.deepEqual(words([search('hitsory', 9), search('choos', 9)]), []);
});

test('what stands beside something personal is not proposed, nor are numbers and small words', () => {
  assert.deepEqual(words([search('jo bloggs …', 9), search('about 4711 the is', 9), search('xy', 9)]), []);
});

test('before a request that the article solved the words of one person count once, without what is personal', () => {
  const searches = ['time capsule', 'time capsule', 'jo@example.com capsule'].map((query) => ({ query, results: 0 }));
  const solved = { named: 'restore-a-file', searches };

  assert.deepEqual(words([], [solved, solved]), []);
  assert.deepEqual(words([], [solved, solved, solved]), ['capsule', 'time']);
});

test('a word that leads elsewhere most of the time is proposed there alone', () => {
  const proposals = proposed([search('cable', 3), search('cable', 20, { chosen: 'print' })]);

  assert.deepEqual(
    proposals.map(({ slug }) => slug),
    ['print'],
  );
});

test('a word of many articles, and an article that is gone, are passed over', () => {
  const common = ['share', 'print', 'scan'].map((slug) =>
    liveArticle(slug, { edition: { searchedText: 'Northlight' } }),
  );
  const searches = [search('northlight', 9), search('rollback', 9, { chosen: 'gone' })];

  assert.deepEqual(words(searches, [], [liveArticle('restore-a-file'), ...common]), []);
});

test('the edition of those who asked gets the word', () => {
  const [edition] = liveArticle('restore-a-file').editions;
  assert.ok(edition);
  const older = {
    ...edition,
    file: 'content/articles/restore-a-file@4.mdx',
    readers: [{ version: '4.2', audience: 'home' }],
  };
  const articles = [liveArticle('restore-a-file', { editions: [edition, older] })];

  const proposals = proposeKeywords(
    keywordEvidence([search('rollback', 4, { version: '4.2' }), search('rollback', 1, { version: '5' })], []),
    bySlug(articles),
    'en',
  );

  assert.equal(proposals[0]?.file, 'content/articles/restore-a-file@4.mdx');
});

function words(...given: Parameters<typeof proposed>): string[] {
  return proposed(...given).map(({ keyword }) => keyword);
}

function proposed(
  searches: SearchCount[],
  solved: Parameters<typeof keywordEvidence>[1] = [],
  articles: readonly LiveArticle[] = ARTICLES,
) {
  return proposeKeywords(keywordEvidence(searches, solved), bySlug(articles), 'en');
}

function search(query: string, times: number, changes: Partial<SearchCount> = {}): SearchCount {
  const latestAt = Temporal.Instant.from('2026-11-20T09:00Z');
  return { query, times, found: true, latestAt, chosen: 'restore-a-file', ...changes };
}
