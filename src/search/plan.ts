import { STOP_WORDS } from './stop-words.ts';

/** What a question is searched for. */
export type Plan = {
  /** Words to search for one by one, in the order of the question, without repeats. */
  words: string[];
  /** The question as titles are compared with it: the words of a title that is typed in full. */
  phrase: string;
};

/** A pasted log would be thousands of words; what is asked stands at its beginning. */
const MAX_CHARACTERS = 1000;
/**
 * Each word costs a piece of the index. Questions of real people hold up to about a dozen words that matter;
 * after that, further ones change little.
 */
const MAX_WORDS = 12;

/** Words with letters and digits joined by - . or an apostrophe: "NL-1042", "4.2", "wi-fi", "can't". */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-.’'_][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Turns a question into the words to search for. Words that tell nothing are dropped unless nothing else is left;
 * error codes and versions stay whole. Never throws; a question without words gives an empty plan.
 */
export function planSearch(question: string): Plan {
  const all = wordsOf(question);
  const telling = all.filter((word) => !STOP_WORDS.has(word) && !isLoneLetter(word));
  const words = telling.length > 0 ? telling : all;
  return { words: [...new Set(words.map(withoutGenitive))].slice(0, MAX_WORDS), phrase: phraseOf(question) };
}

/** `text` as titles and questions are compared: lower-case words with single spaces, without punctuation. */
export function phraseOf(text: string): string {
  return wordsOf(text).join(' ');
}

/** The parts of a joined word that no article knows: "non-admin" is then looked for as "non" and "admin". */
export function partsOf(word: string): string[] {
  // Half an error code or version is another one.
  if (!/[-._]/.test(word) || /\p{N}/u.test(word)) return [];
  return word.split(/[-._]/).filter((part) => part.length > 1 && !STOP_WORDS.has(part));
}

function wordsOf(text: string): string[] {
  const folded = text.slice(0, MAX_CHARACTERS).normalize('NFKC').toLowerCase().replaceAll('’', "'");
  return folded.match(WORD) ?? [];
}

/** A letter alone is the beginning of hundreds of words; a digit alone is often a version. */
function isLoneLetter(word: string): boolean {
  return /^\p{Script=Latin}$/u.test(word);
}

/** "computer's" is looked up as "computer". */
function withoutGenitive(word: string): string {
  return word.replace(/'s$/, '');
}
