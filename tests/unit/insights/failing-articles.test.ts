import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bySureness, failing } from '../../../src/insights/failing-articles.ts';
import type { TextHistory } from '../../../src/insights/text-history.ts';
import type { RequestCount } from '../../../src/server/insights-store.ts';
import { liveArticle } from '../../fixtures/live-article.ts';

const SINCE = Temporal.Instant.from('2026-09-10T08:00Z');

for (const [yes, no, isListed] of [
  [0, 0, false],
  [0, 1, false],
  [0, 2, true],
  [1, 2, true],
  [90, 10, false],
  [70, 30, true],
  [9_000, 900, false],
] as const) {
  test(`${yes} yes and ${no} no ${isListed ? 'surely fails readers' : 'says nothing against it'}`, () => {
    assert.equal(judged(yes, no) !== undefined, isListed);
  });
}

test('few who all say no rank below many of whom most do', () => {
  const few = judged(0, 4, 'few');
  const many = judged(120, 280, 'many');
  assert.ok(few && many);

  assert.deepEqual(
    [few, many].sort(bySureness).map(({ slug }) => slug),
    ['many', 'few'],
  );
});

test('requests count from the day on which the text is known to be there, by readers of the page', () => {
  const found = judged(20, 1, 'a', [
    asked('2026-09-09', 50),
    asked('2026-09-10', 30),
    { ...asked('2026-09-11', 50), version: '3' },
  ]);

  assert.deepEqual([found?.because, found?.requests], ['requests', 30]);
});

test('requests say nothing of a text that nobody voted on: they may be about another', () => {
  const { text } = history(0, 0);

  const found = failing(liveArticle('a'), [{ text, now: { yes: 0, no: 0 }, earlier: [] }], [asked('2026-09-11', 50)]);

  assert.equal(found, undefined);
});

function judged(yes: number, no: number, slug = 'a', requests: RequestCount[] = []) {
  return failing(liveArticle(slug), [history(yes, no)], requests);
}

function history(yes: number, no: number): TextHistory {
  const text = { contentHash: 'now', file: 'a.mdx', readers: [{ version: '5', audience: 'home' }] };
  return { text, now: { yes, no, since: SINCE }, earlier: [] };
}

function asked(day: string, times: number): RequestCount {
  return { article: 'a', version: '5', audience: 'home', day, times };
}
