import type { SearchRecord } from '../search-records.ts';
import { stopWordsOf } from '../stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words are never taken for typing errors; longer ones are names of programs' parts. */
const WORD = /^\p{L}[\p{L}\p{M}]{2,23}$/u;

/**
 * Gathers the words of a site in `language`, a record at a time. Stop words are left out: nobody is helped by a word
 * that was repaired to "get".
 */
export function collectWords(language: string): { add: (record: SearchRecord) => void; vocabulary: () => Vocabulary } {
  const stopWords = stopWordsOf(language);
  const pagesWith = new Map<string, number>();
  return {
    add(record) {
      for (const word of wordsOf(record)) {
        if (!stopWords.has(word)) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
      }
    },
    vocabulary() {
      const words = [...pagesWith.keys()].sort((a, b) => (a < b ? -1 : 1));
      return { words, frequencies: words.map((word) => Math.min(9, Math.floor(Math.log2(pagesWith.get(word) ?? 1)))) };
    },
  };
}

function wordsOf({ title, summary, keywords, sections }: SearchRecord): Set<string> {
  const words = new Set<string>();
  const texts = [title, summary, ...keywords, ...sections.flatMap(({ heading, text }) => [heading?.text ?? '', text])];
  for (const text of texts) {
    // As Pagefind does, so that "AutoFilter" is known as "filter" too.
    for (const part of text.split(/[^\p{L}\p{M}]+|(?<=\p{Ll})(?=\p{Lu})/u)) {
      const word = part.toLowerCase();
      if (WORD.test(word)) words.add(word);
    }
  }
  return words;
}
