import type { SearchAnswer } from './search-answer.ts';

/** "3 articles for “printer”", or that nothing matches: what is shown above results and read out by screen readers. */
export function countInWords({ rows, more, question }: SearchAnswer): string {
  const asked = quoted(question);
  if (rows.length === 0) return `Nothing matches ${asked}.`;
  if (more) return `The ${rows.length} best articles for ${asked}`;
  return `${rows.length === 1 ? '1 article' : `${rows.length} articles`} for ${asked}`;
}

/** Which words did not help, where others did; empty where all of them did. */
export function unknownInWords({ rows, unknown }: SearchAnswer): string {
  if (rows.length === 0 || unknown.length === 0) return '';
  return `No article holds ${unknown.map((word) => `“${word}”`).join(' or ')}.`;
}

/** A pasted letter is named by its beginning. */
function quoted(question: string): string {
  const text = question.trim().replace(/\s+/g, ' ');
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}
