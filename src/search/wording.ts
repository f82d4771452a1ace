import type { SearchAnswer } from './search-answer.ts';

/**
 * "3 articles for “printer”", or that nothing matches: what is shown above results and read out by screen readers.
 * `isLimited`: of what filters leave, where nothing else on the page says so.
 */
export function countInWords(
  { rows, more, question, words }: SearchAnswer,
  { isLimited = false }: { isLimited?: boolean } = {},
): string {
  const asked = quoted(question);
  if (words.length === 0) return `There is no word in ${asked} to search for. Tell us in a few words what happens.`;
  if (rows.length === 0) return `Nothing matches ${asked}${isLimited ? ' within the limits that you chose' : ''}.`;
  if (more) return `The ${rows.length} best articles for ${asked}`;
  return `${articles(rows.length)} for ${asked}`;
}

/** How many articles the limits hide, where they left nothing; empty where there is nothing without them either. */
export function hiddenInWords({ rows, more }: Pick<SearchAnswer, 'rows' | 'more'>): string {
  if (rows.length === 0) return '';
  const count = more ? `more than ${articles(rows.length)}` : articles(rows.length);
  return `Without the limits that you chose there ${rows.length === 1 && !more ? 'is' : 'are'} ${count}.`;
}

/** Where no answer can be had, in the browser and on the server. */
export function failureInWords(isOffline: boolean): string {
  return isOffline
    ? 'You are offline, so search could not be loaded. Try again when you are back.'
    : 'Search could not be loaded. Try again, or go on one of the other ways.';
}

/** "printer, offline and Mini" */
export function listed(names: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat('en', { type }).format(names);
}

function articles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

/** A pasted letter is named by its beginning. */
function quoted(question: string): string {
  const text = question.trim().replace(/\s+/g, ' ');
  return `“${text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text}”`;
}
