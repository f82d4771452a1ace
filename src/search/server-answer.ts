import { searchOptions, withoutFilters, type Asked } from './result-address.ts';
import type { FilterCounts, SearchAnswer, Searcher } from './search-answer.ts';

/** What a page says that the server renders: the rows, what narrows them, and what the limits hide. */
export type ServerAnswer =
  | {
      kind: 'answered';
      answer: SearchAnswer;
      counts: FilterCounts;
      /** Of limits that leave nothing: what there is without them. */
      withoutLimits?: SearchAnswer;
    }
  | { kind: 'failed'; why: unknown };

/** Answers for a page without JavaScript. An index that cannot be read is an outcome: the page then shows other ways. */
export async function serverAnswer(searcher: Searcher, asked: Asked): Promise<ServerAnswer> {
  const options = searchOptions(asked);
  try {
    const [answer, counts] = await Promise.all([
      searcher.search(asked.question, options),
      searcher.count(asked.question, options),
    ]);
    const isLimited = answer.rows.length === 0 && Object.keys(asked.filters).length > 0;
    if (!isLimited) return { kind: 'answered', answer, counts };
    const withoutLimits = await searcher.search(asked.question, searchOptions(withoutFilters(asked)));
    return { kind: 'answered', answer, counts, withoutLimits };
  } catch (why) {
    return { kind: 'failed', why };
  }
}
