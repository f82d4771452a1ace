import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textHistories } from '../../../src/insights/text-history.ts';
import type { VoteCount } from '../../../src/server/insights-store.ts';
import { liveArticle } from '../../fixtures/live-article.ts';

const file = 'content/articles/restore-a-file.mdx';
const ARTICLE = liveArticle('restore-a-file', {
  texts: [
    { contentHash: 'new-5', file, readers: [{ version: '5', audience: 'home' }] },
    { contentHash: 'new-4', file, readers: [{ version: '4.2', audience: 'home' }] },
  ],
});

test('votes go to the page whose text they are about, and older texts to that of their readers, in order', () => {
  const [five, four] = textHistories(ARTICLE, [
    count('new-5', 10, 1, '2026-09-01'),
    count('older-5', 5, 5, '2026-07-01'),
    count('oldest-5', 2, 2, '2026-05-01'),
    count('old-4', 3, 4, '2026-06-01', { version: '4.2' }),
  ]);

  assert.deepEqual([five?.now.yes, five?.now.no, five?.now.since?.toString()], [10, 1, '2026-09-01T00:00:00Z']);
  assert.deepEqual(
    five?.earlier.map(({ contentHash }) => contentHash),
    ['oldest-5', 'older-5'],
  );
  assert.deepEqual(four?.now, { yes: 0, no: 0 });
  assert.deepEqual(
    four?.earlier.map(({ yes, no }) => [yes, no]),
    [[3, 4]],
  );
});

test('a vote for a version that is gone counts where its text is still read, and nowhere else', () => {
  const [five, four] = textHistories(ARTICLE, [
    count('new-5', 1, 1, '2026-09-01', { version: '2' }),
    count('gone', 0, 50, '2026-08-01', { version: '2' }),
  ]);

  assert.deepEqual([five?.now.yes, five?.now.no, five?.earlier, four?.earlier], [1, 1, [], []]);
});

test('who did not say for which version they read belongs to the default page', () => {
  const [five, four] = textHistories(ARTICLE, [count('old', 1, 2, '2026-08-01', { version: undefined })]);

  assert.deepEqual([five?.earlier.length, four?.earlier.length], [1, 0]);
});

test('a text that was taken back is one text, and has been there since it was first read', () => {
  const [five] = textHistories(ARTICLE, [
    count('new-5', 10, 1, '2026-05-01', { audience: 'home' }),
    count('tried-5', 1, 9, '2026-06-01'),
    count('new-5', 20, 2, '2026-07-01', { audience: 'office' }),
  ]);

  assert.deepEqual([five?.now.yes, five?.now.no, five?.now.since?.toString()], [30, 3, '2026-05-01T00:00:00Z']);
});

type Who = { version?: string | undefined; audience?: string };

function count(contentHash: string, yes: number, no: number, day: string, who: Who = {}): VoteCount {
  const firstAt = Temporal.Instant.from(`${day}T00:00Z`);
  const { version, audience } = { version: '5', audience: 'home', ...who };
  const reader = version === undefined ? {} : { version, audience };
  return { article: 'restore-a-file', contentHash, ...reader, yes, no, firstAt, lastAt: firstAt.add({ hours: 240 }) };
}
