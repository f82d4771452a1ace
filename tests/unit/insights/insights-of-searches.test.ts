import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { insightsOfSearches } from '../../../src/insights/insights-of-searches.ts';
import type { SearchInsight } from '../../../src/insights/search-insight.ts';
import type { SearchCount } from '../../../src/server/store.ts';

describe('a question that found nothing', () => {
  test('is counted over all ways of writing it, and told as it was asked last', () => {
    const insights = insightsOfSearches([
      search('vpn certificate', { times: 3, latestAt: '2026-11-01T09:00Z', version: '4.2' }),
      search('VPN certificates', { times: 1, latestAt: '2026-11-03T09:00Z', version: '5', audience: 'admin' }),
      search('vpn  certificate?', { times: 2, latestAt: '2026-11-02T09:00Z', found: true, chosen: 'connect' }),
    ]);

    assert.deepEqual(plain(insights), [
      {
        kind: 'found-nothing',
        question: 'VPN certificates',
        times: 4,
        of: 6,
        articles: [{ slug: 'connect', times: 2 }],
        latest: { at: '2026-11-03T09:00:00Z', version: '5', audience: 'admin' },
      },
    ]);
  });

  test('names the article that was opened by those who asked again in other words', () => {
    const insights = insightsOfSearches([
      search('blue screen', { times: 5 }),
      search('stop error', { after: 'Blue screens', times: 2, found: true, chosen: 'windows-stops' }),
      search('crash', { after: 'blue screen', times: 3, found: true, chosen: 'it-crashes' }),
    ]);

    assert.deepEqual(of(insights, 'found-nothing')[0]?.articles, [
      { slug: 'it-crashes', times: 3 },
      { slug: 'windows-stops', times: 2 },
    ]);
  });
});

describe('a question whose results nobody opens', () => {
  test('is told where at least every other reader left them alone', () => {
    const insights = insightsOfSearches([
      search('half', { times: 2, found: true }),
      search('half', { times: 2, found: true, chosen: 'some-article' }),
      search('seldom', { times: 2, found: true }),
      search('seldom', { times: 3, found: true, chosen: 'some-article' }),
    ]);

    assert.deepEqual(
      of(insights, 'opened-nothing').map(({ question, times, of: all, articles }) => [question, times, all, articles]),
      [['half', 2, 4, [{ slug: 'some-article', times: 2 }]]],
    );
  });

  test('is not one that found nothing', () => {
    const insights = insightsOfSearches([search('nothing', { times: 9 })]);

    assert.deepEqual(
      insights.map(({ kind }) => kind),
      ['found-nothing'],
    );
  });
});

describe('a question that was asked again', () => {
  test('is counted with the words that followed, and with what those led to', () => {
    const insights = insightsOfSearches([
      search('recycle bin', { after: 'deleted file', times: 2, found: true, chosen: 'restore-a-file' }),
      search('Recycle bins', { after: 'Deleted files', times: 1, found: true, latestAt: '2026-11-05T09:00Z' }),
      search('backup', { after: 'deleted file', times: 1 }),
    ]);

    assert.deepEqual(
      of(insights, 'asked-again').map((insight) => [
        insight.question,
        insight.kind === 'asked-again' && [insight.then, insight.thenFound],
        insight.times,
        insight.articles,
      ]),
      [
        ['Deleted files', ['Recycle bins', true], 3, [{ slug: 'restore-a-file', times: 2 }]],
        ['deleted file', ['backup', false], 1, []],
      ],
    );
  });

  test('was not asked again when it was only written another way', () => {
    const insights = insightsOfSearches([search('printers', { after: 'Printer', found: true, chosen: 'printer' })]);

    assert.deepEqual(insights, []);
  });
});

test('the most frequent comes first, and of those as frequent the latest', () => {
  const insights = insightsOfSearches([
    search('once, early', { latestAt: '2026-11-01T09:00Z' }),
    search('twice', { times: 2, latestAt: '2026-11-01T09:00Z' }),
    search('once, late', { latestAt: '2026-11-02T09:00Z' }),
  ]);

  assert.deepEqual(
    insights.map(({ question }) => question),
    ['twice', 'once, late', 'once, early'],
  );
});

type Changes = Partial<Omit<SearchCount, 'latestAt'>> & { latestAt?: string };

/** One search that found nothing, unless told otherwise. */
function search(query: string, { latestAt = '2026-11-01T09:00Z', ...changes }: Changes = {}): SearchCount {
  return { query, found: false, times: 1, latestAt: Temporal.Instant.from(latestAt), ...changes };
}

function of(insights: readonly SearchInsight[], kind: SearchInsight['kind']) {
  return insights.flatMap((insight) => (insight.kind === kind ? [{ of: 0, ...insight }] : []));
}

function plain(insights: readonly SearchInsight[]): unknown {
  return JSON.parse(JSON.stringify(insights));
}
