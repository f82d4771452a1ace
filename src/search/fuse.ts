import type { Found } from './engine.ts';

/** What one word of a question was found in. */
export type WordFound = {
  word: string;
  found: readonly Found[];
  /** Pages that hold the word, whatever the filters. */
  unfiltered: number;
};

/** A page with what all words of the question together say about it. */
export type RankedPage = Pick<Found, 'id' | 'fits' | 'page'> & {
  score: number;
  /** Where each word stands in the text of the page. */
  matches: { word: string; rarity: number; places: readonly number[] }[];
};

/**
 * A page for other readers has to say twice as much about the question to stand before one for this reader:
 * it is shown, and labelled, but seldom first.
 */
const FOR_OTHERS = 0.5;

/**
 * One ranking of pages from one search a word: the sum of a page's scores, times the share of the question that the
 * page covers, where a rare word is a larger share than a common one. So a page that holds three of four words comes
 * before one that repeats a single word, and still a single word is enough to be found. A page's score for a word
 * already weighs rarity (BM25), so the sum does not weigh it again. Pages for other readers count half.
 */
export function fuse(words: readonly WordFound[], pageCount: number): RankedPage[] {
  const known = words.filter(({ unfiltered }) => unfiltered > 0);
  const whole = known.reduce((sum, { unfiltered }) => sum + rarity(unfiltered, pageCount), 0);
  const pages = new Map<string, RankedPage>();
  for (const { word, found, unfiltered } of known) {
    for (const { id, score, places, fits, page } of found) {
      const ranked = pages.get(id) ?? { id, fits, page, score: 0, matches: [] };
      ranked.score += score;
      ranked.matches.push({ word, rarity: rarity(unfiltered, pageCount), places });
      pages.set(id, ranked);
    }
  }
  return [...pages.values()]
    .map((ranked) => ({ ...ranked, score: ranked.score * coverage(ranked, whole) * (ranked.fits ? 1 : FOR_OTHERS) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function coverage({ matches }: RankedPage, whole: number): number {
  return matches.reduce((sum, match) => sum + match.rarity, 0) / whole;
}

/** Inverse document frequency as in BM25, which stays above zero for a word that every page holds. */
function rarity(pagesWithWord: number, pageCount: number): number {
  return Math.log(1 + Math.max(0, pageCount - pagesWithWord + 0.5) / (pagesWithWord + 0.5));
}
