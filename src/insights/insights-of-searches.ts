import type { SearchCount } from '../server/store.ts';
import { questionKey } from './question-key.ts';
import { byFrequency, countArticles, type SearchInsight } from './search-insight.ts';

/**
 * What searches say about articles that are missing, or that nobody finds: questions that found nothing, those whose
 * results were left alone, and those that were asked again in other words.
 */
export function insightsOfSearches(searches: readonly SearchCount[]): SearchInsight[] {
  const known = searches.map((search) => ({ ...search, key: questionKey(search.query) }));
  const again = known.flatMap((search) => {
    const afterKey = search.after === undefined ? '' : questionKey(search.after);
    return search.after === undefined || afterKey === search.key ? [] : [{ ...search, after: search.after, afterKey }];
  });
  const byQuestion = [...Map.groupBy(known, ({ key }) => key)];
  const followed = Map.groupBy(again, ({ afterKey }) => afterKey);
  return [
    ...byQuestion.flatMap(([key, asked]) => foundNothing(asked, followed.get(key) ?? [])).sort(byFrequency),
    ...byQuestion.flatMap(([, asked]) => openedNothing(asked)).sort(byFrequency),
    ...[...Map.groupBy(again, ({ afterKey, key }) => JSON.stringify([afterKey, key])).values()]
      .flatMap(askedAgain)
      .sort(byFrequency),
  ];
}

function foundNothing(asked: readonly SearchCount[], then: readonly SearchCount[]): SearchInsight[] {
  const missed = asked.filter(({ found }) => !found);
  const last = latestOf(missed);
  if (!last) return [];
  return [
    {
      kind: 'found-nothing',
      question: last.query,
      times: timesOf(missed),
      of: timesOf(asked),
      articles: opened([...asked, ...then]),
      latest: moment(last),
    },
  ];
}

/** A question of which most readers open a result is answered, however often some of them do not. */
function openedNothing(asked: readonly SearchCount[]): SearchInsight[] {
  const shown = asked.filter(({ found }) => found);
  const left = shown.filter(({ chosen }) => chosen === undefined);
  const last = latestOf(left);
  if (!last || timesOf(left) * 2 < timesOf(shown)) return [];
  return [
    {
      kind: 'opened-nothing',
      question: last.query,
      times: timesOf(left),
      of: timesOf(shown),
      articles: opened(shown),
      latest: moment(last),
    },
  ];
}

function askedAgain(again: readonly (SearchCount & { after: string })[]): SearchInsight[] {
  const last = latestOf(again);
  if (!last) return [];
  return [
    {
      kind: 'asked-again',
      question: last.after,
      then: last.query,
      thenFound: again.some(({ found }) => found),
      times: timesOf(again),
      articles: opened(again),
      latest: moment(last),
    },
  ];
}

function opened(searches: readonly SearchCount[]) {
  return countArticles(searches.map(({ chosen, times }) => ({ slug: chosen, times })));
}

export function timesOf(searches: readonly SearchCount[]): number {
  return searches.reduce((sum, { times }) => sum + times, 0);
}

function latestOf<Search extends SearchCount>(searches: readonly Search[]): Search | undefined {
  const later = (a: Search, b: Search) => (Temporal.Instant.compare(a.latestAt, b.latestAt) >= 0 ? a : b);
  const [first, ...others] = searches;
  return first && others.reduce(later, first);
}

function moment({ latestAt, version, audience }: SearchCount): SearchInsight['latest'] {
  return { at: latestAt, ...(version !== undefined && { version }), ...(audience !== undefined && { audience }) };
}
