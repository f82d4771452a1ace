import { found as inWords } from '../strings/en/search.ts';
import type { SearchAnswer } from './search-answer.ts';

/** Characters of a question by which it is named. */
const NAMED_BY = 80;

/**
 * "3 articles for “printer”", or that nothing matches: what is shown above results and read out by screen readers.
 * `isLimited`: of what filters leave, where nothing else on the page says so.
 */
export function countInWords(
  { rows, more, question, words }: SearchAnswer,
  { isLimited = false }: { isLimited?: boolean } = {},
): string {
  const asked = beginningOf(question);
  if (words.length === 0) return inWords.noWord(asked);
  if (rows.length === 0) return isLimited ? inWords.nothingWithinLimits(asked) : inWords.nothing(asked);
  return more ? inWords.best(rows.length, asked) : inWords.articles(rows.length, asked);
}

/** How many articles the limits hide, where they left nothing; empty where there is nothing without them either. */
export function hiddenInWords({ rows, more }: Pick<SearchAnswer, 'rows' | 'more'>): string {
  return rows.length === 0 ? '' : inWords.withoutLimits({ count: rows.length, more });
}

/** Where no answer can be had, in the browser and on the server. */
export function failureInWords(isOffline: boolean): string {
  return isOffline ? inWords.offline : inWords.failed;
}

/** A pasted letter is named by its beginning. */
function beginningOf(question: string): string {
  const text = question.trim().replace(/\s+/g, ' ');
  return text.length > NAMED_BY ? inWords.beginning(text.slice(0, NAMED_BY - 1).toWellFormed()) : text;
}
