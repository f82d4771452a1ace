import type { SolvedRequest } from '../server/insights-store.ts';
import type { SearchCount } from '../server/store.ts';
import { withoutPersonalDetails } from '../server/without-personal-details.ts';

/** A question that ended on an article. */
export type KeywordEvidence = {
  question: string;
  slug: string;
  version?: string | undefined;
  audience?: string | undefined;
  times: number;
  /** It was opened from the results; or after it had been asked in other words; or a person solved it by the article. */
  from: 'opened' | 'opened later' | 'solved';
};

/** What readers call an article, by searches that ended on it and by requests that it solved. */
export function keywordEvidence(searches: readonly SearchCount[], solved: readonly SolvedRequest[]): KeywordEvidence[] {
  const opened = searches.flatMap(({ query, after, chosen, version, audience, times }): KeywordEvidence[] => {
    if (chosen === undefined) return [];
    const ended = { slug: chosen, version, audience, times };
    const earlier = after === undefined ? [] : [{ ...ended, question: after, from: 'opened later' as const }];
    return [{ ...ended, question: query, from: 'opened' }, ...earlier];
  });
  const asked = solved.flatMap(({ named, version, audience, searches: before }): KeywordEvidence[] => {
    // One person who asked the same five times is one.
    const questions = new Set(before.map(({ query }) => withoutPersonalDetails(query)));
    return [...questions].map((question) => ({ question, slug: named, version, audience, times: 1, from: 'solved' }));
  });
  return [...opened, ...asked];
}
