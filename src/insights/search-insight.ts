/** One question of readers that the articles, or the search for them, let down. */
export type SearchInsight = {
  /** In the words in which it was asked last, without personal details. */
  question: string;
  times: number;
  /** Articles that have to do with it, those with most first; what they have to do with it depends on the kind. */
  articles: ArticleCount[];
  latest: { at: Temporal.Instant; version?: string | undefined; audience?: string | undefined };
} & InsightKind;

type InsightKind =
  /** There was no result, `times` of the `of` times that it was asked. Articles: what was opened by another way. */
  | { kind: 'found-nothing'; of: number }
  /** There were results `of` times, and `times` none of them was opened. Articles: what was opened otherwise. */
  | { kind: 'opened-nothing'; of: number }
  /** Nothing was opened, and within two minutes it was asked in other words. Articles: what those led to. */
  | { kind: 'asked-again'; then: string; thenFound: boolean }
  /** The visit went on to a person; `foundNothing` of the times there was no result. Articles: where they stood. */
  | { kind: 'asked-a-person'; foundNothing: number };

export type ArticleCount = { slug: string; times: number };

export const INSIGHT_KINDS = ['found-nothing', 'opened-nothing', 'asked-again', 'asked-a-person'] as const;

/** Articles as they were met, counted. `undefined` where there was none. */
export function countArticles(met: readonly { slug: string | undefined; times: number }[]): ArticleCount[] {
  const times = new Map<string, number>();
  for (const one of met) {
    if (one.slug !== undefined) times.set(one.slug, (times.get(one.slug) ?? 0) + one.times);
  }
  return [...times]
    .map(([slug, count]) => ({ slug, times: count }))
    .sort((a, b) => b.times - a.times || (a.slug < b.slug ? -1 : 1));
}

/** Most frequent first; of those as frequent, the latest. */
export function byFrequency(a: SearchInsight, b: SearchInsight): number {
  return b.times - a.times || Temporal.Instant.compare(b.latest.at, a.latest.at) || (a.question < b.question ? -1 : 1);
}
