/** Words that stand in articles as readers would type them, in alphabetical order, and how many pages hold each. */
export type Vocabulary = {
  words: readonly string[];
  /** The power of two below the number of pages, in the order of the words. */
  frequencies: readonly number[];
};

/** The longest beginning that a word can share with the one before it: one digit to the base of 36. */
const MAX_SHARED = 35;

/**
 * One line a word: how many letters it shares with the line before, the letters that follow, how common it is. Sorted
 * words share most of their letters, so this is about a third of a plain list.
 */
export function writeVocabulary({ words, frequencies }: Vocabulary): string {
  let former = '';
  return words
    .map((word, index) => {
      const shared = Math.min(sharedLetters(former, word), MAX_SHARED);
      former = word;
      return `${shared.toString(36)}${word.slice(shared)}${frequencies[index] ?? 0}`;
    })
    .join('\n');
}

/** Reads what `writeVocabulary` wrote. */
export function readVocabulary(text: string): Vocabulary {
  const words: string[] = [];
  const frequencies: number[] = [];
  let former = '';
  for (const line of text === '' ? [] : text.split('\n')) {
    const end = line.length - 1;
    former = former.slice(0, parseInt(line.charAt(0), 36)) + line.slice(1, end);
    words.push(former);
    frequencies.push(Number(line.charAt(end)));
  }
  return { words, frequencies };
}

/** Several pieces as one; they must be in ascending order. */
export function joinVocabularies(pieces: readonly Vocabulary[]): Vocabulary {
  return { words: pieces.flatMap(({ words }) => words), frequencies: pieces.flatMap(({ frequencies }) => frequencies) };
}

/** The words that begin with `letter`; all of them where it is empty. */
export function wordsFrom({ words, frequencies }: Vocabulary, letter: string): Vocabulary {
  const begin = firstAtLeast(words, letter);
  let end = begin;
  while (words[end]?.startsWith(letter)) end += 1;
  return { words: words.slice(begin, end), frequencies: frequencies.slice(begin, end) };
}

/** Words that begin with `beginning`, the most common first, at most `limit`. */
export function completions({ words, frequencies }: Vocabulary, beginning: string, limit: number): string[] {
  const from = firstAtLeast(words, beginning);
  const found: { word: string; frequency: number }[] = [];
  for (let index = from; words[index]?.startsWith(beginning); index += 1) {
    found.push({ word: words[index] ?? '', frequency: frequencies[index] ?? 0 });
  }
  return found
    .sort((a, b) => b.frequency - a.frequency || a.word.length - b.word.length)
    .slice(0, limit)
    .map(({ word }) => word);
}

function firstAtLeast(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sharedLetters(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
}
