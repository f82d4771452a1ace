import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultyPlaces } from '../../../src/insights/faulty-places.ts';
import { bySlug } from '../../../src/insights/live-article.ts';
import type { ResolvedRequest } from '../../../src/server/insights-store.ts';
import { liveArticle } from '../../fixtures/live-article.ts';

const [FIVE] = liveArticle('restore').editions;
assert.ok(FIVE);
const FOUR = {
  ...FIVE,
  file: 'content/articles/restore@4.mdx',
  readers: [{ version: '4.2', audience: 'home' }],
  headings: [
    { text: 'Take it  back', line: 20 },
    { text: "A colleague's - or yours", line: 30 },
  ],
};
const ARTICLES = bySlug([liveArticle('restore', { editions: [FIVE, FOUR] }), liveArticle('share')]);

for (const [who, heading, place] of [
  [{ version: '5', audience: 'home' }, 'Choose a day', 'content/articles/restore.mdx:14'],
  [{ version: '5', audience: 'home' }, '## choose  a DAY ', 'content/articles/restore.mdx:14'],
  [{ version: '4.2', audience: 'home' }, 'Take it back', 'content/articles/restore@4.mdx:20'],
  [{ version: '4.2', audience: 'home' }, 'A colleague’s – or yours', 'content/articles/restore@4.mdx:30'],
  [{ version: '4.2', audience: 'home' }, 'Choose a day', 'content/articles/restore.mdx:14'],
  [{ version: '4.2', audience: 'everybody' }, undefined, 'content/articles/restore@4.mdx:undefined'],
  [{ version: '2' }, undefined, 'content/articles/restore.mdx:undefined'],
  [{}, 'No such place', 'content/articles/restore.mdx:undefined'],
] as const) {
  test(`"${heading}" for ${JSON.stringify(who)} is to be mended in ${place}`, () => {
    const [fault] = places([{ ...who, article: 'share', named: 'restore', ...(heading && { heading }) }]);

    assert.equal(`${fault?.file}:${fault?.line}`, place);
  });
}

test('where no article is named it is the one that was read, unless one was missing', () => {
  const [wrong] = places([{ article: 'share' }]);
  const [missing] = places([{ article: 'share', outcome: 'article-missing' }]);

  assert.equal(wrong?.whatToDo, 'Correct content/articles/share.mdx.');
  assert.equal(missing?.article, undefined);
  assert.equal(missing?.whatToDo, 'Write the article that was missing: the request says what was asked.');
});

test('one heading that was written in two ways is one place, the most frequent places first', () => {
  const found = places([
    { article: 'share' },
    { article: 'restore', version: '5', heading: 'Choose a day' },
    { article: 'restore', version: '5', heading: 'CHOOSE A DAY' },
  ]);

  assert.deepEqual(
    found.map(({ article, heading, times }) => [article, heading, times]),
    [
      ['restore', 'Choose a day', 2],
      ['share', undefined, 1],
    ],
  );
});

function places(requests: readonly Partial<ResolvedRequest>[]) {
  const at = Temporal.Instant.from('2026-11-20T09:00Z');
  return faultyPlaces(
    requests.map((request) => ({ at, outcome: 'article-wrong', ...request })),
    ARTICLES,
  );
}
