import { phraseOf } from '../search/plan.ts';

/**
 * What is the same for questions that count as one: upper and lower case, blanks, punctuation and a plural make no
 * other question; the order of words and small words do. It is for comparing, never for showing.
 */
export function questionKey(question: string): string {
  const words = phraseOf(question).split(' ').map(singular);
  return words.join(' ') || question.trim();
}

/** English plurals, and those of other languages that end in s. "Status", "access" and "analysis" have none. */
function singular(word: string): string {
  if (word.length < 4 || !/^\p{L}+$/u.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, 'y');
  return word.replace(/(?<=x|z|ch|sh|ss)es$|s$/, '');
}
