import type { SearchAnswer, Searcher, SearchOptions } from '../search-answer.ts';

/**
 * Answers a question that is being typed: its last word may be the beginning of one. Where it begins none that the site
 * knows, typing on will not change that, so it is taken for whole and mended like any other.
 */
export async function searchWhileTyping(
  { search }: Pick<Searcher, 'search'>,
  question: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const answer = await search(question, { ...options, unfinished: true });
  const last = answer.unknown.at(-1);
  if (last === undefined || !question.toLowerCase().endsWith(last)) return answer;
  return search(question, options);
}
