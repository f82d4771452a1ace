import { adviceOn } from '../insights/advice.ts';
import { insightsOfEscalations } from '../insights/insights-of-escalations.ts';
import { insightsOfSearches, timesOf } from '../insights/insights-of-searches.ts';
import type { SearchInsight } from '../insights/search-insight.ts';
import type { Period, Store } from '../server/store.ts';

/** What searches of a period say to the writers. */
export type SearchReport = {
  period: Period;
  /** False where the site keeps no searches: then only those are known that came along with requests for a person. */
  keepsSearches: boolean;
  searches: number;
  /** Searches that ended on an article. */
  led: number;
  /** Each kind together, in the order of `INSIGHT_KINDS`, the most frequent first. */
  insights: AdvisedInsight[];
};

export type AdvisedInsight = SearchInsight & { whatToDo: string };

/** Reads the searches of `period` out of the store. `filesOf` knows the files of an article. */
export async function searchReport(
  store: Store,
  period: Period,
  keepsSearches: boolean,
  filesOf: (slug: string) => readonly string[],
): Promise<SearchReport> {
  const searches = await store.searchCounts(period);
  const insights = [
    ...insightsOfSearches(searches),
    ...insightsOfEscalations(await store.searchesBeforeEscalations(period)),
  ];
  return {
    period,
    keepsSearches,
    searches: timesOf(searches),
    led: timesOf(searches.filter(({ chosen }) => chosen !== undefined)),
    insights: insights.map((insight) => ({ ...insight, whatToDo: adviceOn(insight, filesOf) })),
  };
}
