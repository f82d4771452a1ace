import { LONGEST_QUESTION } from './longest-question.ts';
import { stopWordsOf } from './stop-words.ts';

/** A word of a question. */
export type PlannedWord = {
  /** As it is searched for: lower case, joined words whole. */
  word: string;
  /** The parts of a joined word ("non-admin", "AutoFilter"), looked for where no article knows it whole. */
  parts: string[];
};

/** What a question is searched for. */
export type Plan = {
  /** In the order of the question, without repeats. */
  words: PlannedWord[];
  /** The question as titles are compared with it: the words of a title that is typed in full. */
  phrase: string;
  /** Words of the question that look like the name of one thing and no other: "NL-1042", "0x80070005", "error 1603". */
  codes: string[];
  /** The last word, where the question ends in the middle of it. */
  unfinished?: string;
};

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
 * `isUnfinished`: the reader is typing, and may be in the middle of the last word.
 */
export function planSearch(question: string, { language = 'en', isUnfinished = false } = {}): Plan {
  const all = tokensOf(question);
  const stopWords = stopWordsOf(language);
  const telling = all.filter(({ word }) => !stopWords.has(word) && !isLoneLetter(word));
  // A letter alone is the beginning of what is being typed.
  const last = isUnfinished && /[\p{L}\p{N}\p{M}]$/u.test(question.slice(0, LONGEST_QUESTION)) ? all.at(-1) : undefined;
  const kept = telling.length > 0 ? telling : all;
  const words = withoutRepeats(last && !kept.includes(last) ? [...kept, last] : kept).slice(0, MAX_WORDS);
  return {
    words,
    phrase: phraseOf(question),
    codes: words.map(({ word }) => word).filter((word) => isCode(word) || isNumberOfError(word, all)),
    ...(last && words.some(({ word }) => word === last.word) && { unfinished: last.word }),
  };
}

/** `text` as titles and questions are compared: lower-case words with single spaces, without punctuation. */
export function phraseOf(text: string): string {
  return tokensOf(text)
    .map(({ word }) => word)
    .join(' ');
}

function tokensOf(text: string): PlannedWord[] {
  const folded = text.slice(0, LONGEST_QUESTION).normalize('NFKC').replaceAll('’', "'");
  return (folded.match(WORD) ?? []).map((token) => ({
    // "computer's" is looked up as "computer".
    word: token.toLowerCase().replace(/'s$/, ''),
    parts: partsOf(token),
  }));
}

/** The parts of a joined word. Half an error code or version is another one, so those have none. */
function partsOf(token: string): string[] {
  if (isCode(token.toLowerCase()) || isVersion(token)) return [];
  const parts = token.split(/[-._']|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})/u).map((part) => part.toLowerCase());
  return parts.length > 1 ? parts.filter((part) => part.length > 1) : [];
}

/** Letters or "0x" before at least three digits: what systems print where something failed. */
function isCode(word: string): boolean {
  const digits = word.match(/\d/g)?.length ?? 0;
  return digits >= 3 && /^(?:\p{L}|0x)/u.test(word) && !isVersion(word);
}

/** "1603" in "error 1603". */
function isNumberOfError(word: string, all: readonly PlannedWord[]): boolean {
  const before = all[all.findIndex((other) => other.word === word) - 1]?.word ?? '';
  return /^\p{N}{3,}$/u.test(word) && /^(?:error|code|event|fault|message|number)$/.test(before);
}

function isVersion(word: string): boolean {
  return /^v?\d[\d.]*$/i.test(word);
}

function withoutRepeats(words: readonly PlannedWord[]): PlannedWord[] {
  return words.filter(({ word }, index) => words.findIndex((other) => other.word === word) === index);
}

/** A letter alone is the beginning of hundreds of words; a digit alone is often a version. */
function isLoneLetter(word: string): boolean {
  return /^\p{Script=Latin}$/u.test(word);
}
