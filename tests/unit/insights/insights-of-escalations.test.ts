import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insightsOfEscalations } from '../../../src/insights/insights-of-escalations.ts';
import type { SearchesBeforeEscalation } from '../../../src/server/store.ts';

test('a question counts once for each person who was asked, with the articles from which that was', () => {
  const insights = insightsOfEscalations([
    escalation('2026-11-01T09:00Z', [['two beeps', 0]], { article: 'it-stays-dark' }),
    escalation('2026-11-03T09:00Z', [['Two beeps', 2]], { article: 'it-beeps', version: '12', audience: 'home' }),
    escalation('2026-11-02T09:00Z', [['two beep', 0]], { article: 'it-beeps' }),
    escalation(
      '2026-11-02T10:00Z',
      [
        ['two beeps', 0],
        ['TWO BEEPS', 4],
      ],
      {},
    ),
  ]);

  assert.deepEqual(JSON.parse(JSON.stringify(insights)), [
    {
      kind: 'asked-a-person',
      question: 'Two beeps',
      times: 4,
      foundNothing: 2,
      articles: [
        { slug: 'it-beeps', times: 2 },
        { slug: 'it-stays-dark', times: 1 },
      ],
      latest: { at: '2026-11-03T09:00:00Z', version: '12', audience: 'home' },
    },
  ]);
});

test('what is personal in a search stays with the request', () => {
  const insights = insightsOfEscalations([
    escalation('2026-11-01T09:00Z', [
      ['jo@example.com cannot sign in', 0],
      [' ', 0],
    ]),
  ]);

  assert.deepEqual(
    insights.map(({ question }) => question),
    ['… cannot sign in'],
  );
});

function escalation(
  openedAt: string,
  searches: readonly (readonly [query: string, results: number])[],
  rest: Omit<SearchesBeforeEscalation, 'openedAt' | 'searches'> = {},
): SearchesBeforeEscalation {
  return {
    openedAt: Temporal.Instant.from(openedAt),
    searches: searches.map(([query, results]) => ({ query, results })),
    ...rest,
  };
}
