import { withoutAccents } from './index/index-word.ts';
import type { Vocabulary } from './index/vocabulary.ts';

/** A word that no article holds, and what was searched for in its place. */
export type Repair = { typed: string; searched: string };

/** Shorter words have too many neighbours: "form" and "from" are both right. */
const MIN_LETTERS = 4;
/**
 * A word of three letters is repaired where a letter is missing or two have changed places, behind its first one, and
 * what it becomes stands on two pages: names that the site does not know ("kvm") have other letters, seldom fewer.
 */
const MIN_FOR_FEW_LETTERS = 3;
/** In shorter words a second error leaves too little of the word. */
const TWO_ERRORS_FROM = 8;

/**
 * The word of the site that was meant by one that the site does not know: fewest errors first, then those that leave
 * the first letter alone, then the more common one. An error is a letter too many, too few or wrong, or two
 * neighbours that have changed places. A word that is still being typed is compared with the beginnings of words.
 * At most `errors` are forgiven, in short words one. Undefined where none is near enough.
 */
export function nearestWord(
  typed: string,
  { words, frequencies }: Vocabulary,
  { isUnfinished = false, errors = Infinity } = {},
): string | undefined {
  const wanted = withoutAccents(typed);
  const isShort = wanted.length < MIN_LETTERS;
  // What is still being typed misses letters by itself.
  if (wanted.length < (isUnfinished ? MIN_LETTERS : MIN_FOR_FEW_LETTERS) || !/^\p{L}+$/u.test(wanted)) return undefined;
  const most = Math.min(errors, wanted.length >= TWO_ERRORS_FROM ? 2 : 1);
  let best: { word: string; errors: number; worth: number } | undefined;
  words.forEach((whole, index) => {
    const plain = withoutAccents(whole);
    const word = isUnfinished ? plain.slice(0, wanted.length) : plain;
    const allowed = Math.min(most, best?.errors ?? most);
    if (Math.abs(word.length - wanted.length) > allowed) return;
    if (isShort && !(frequencies[index] && hasAllLetters(word, wanted))) return;
    const found = errorsBetween(wanted, word, allowed);
    if (found > allowed) return;
    const worth = (frequencies[index] ?? 0) + (word.charAt(0) === wanted.charAt(0) ? FIRST_LETTER : 0);
    if (!best || found < best.errors || worth > best.worth) best = { word: whole, errors: found, worth };
  });
  return best?.word;
}

/** Whether `word` begins as `typed` does, and is longer or has the same letters in another order. */
function hasAllLetters(word: string, typed: string): boolean {
  return word.startsWith(typed.charAt(0)) && (word.length > typed.length || sorted(word) === sorted(typed));
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** Few people mistype the first letter; it outweighs any frequency. */
const FIRST_LETTER = 10;

/**
 * How many errors lie between two words (Damerau's distance, where no letters are changed twice); more than `most` is
 * given as infinite, which spares most of the work.
 */
export function errorsBetween(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let errors = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        errors = Math.min(errors, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(errors);
    }
    if (Math.min(...row) > most) return Infinity;
    beforeLast = last;
    last = row;
  }
  const errors = last[b.length] ?? Infinity;
  return errors > most ? Infinity : errors;
}
