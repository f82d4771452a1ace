import type { Load } from './search-rival.ts';

/** English for engines that bring none of their own. */
export type Words = { stem: (word: string) => string; stopWords: ReadonlySet<string> };

/** Porter's stemmer and the stop words of Orama. */
export async function loadWords(load: Load): Promise<Words> {
  const { stemmer } = (await load('stemmer')) as { stemmer: (word: string) => string };
  const { stopwords } = (await load('@orama/stopwords/english')) as { stopwords: string[] };
  return { stem: stemmer, stopWords: new Set(stopwords) };
}
