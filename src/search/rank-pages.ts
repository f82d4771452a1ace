import type { FoundWord } from './find-words.ts';
import type { Posting } from './index/packed.ts';
import type { SearchIndex } from './index/search-index.ts';

/** A page with what all words of the question together say about it. */
export type RankedPage = {
  page: number;
  score: number;
  /** Whether title and keywords hold every word of the question. */
  isTitled: boolean;
  /** Where each word stands in the text of the page, with how much it tells. */
  matches: { word: string; rarity: number; places: readonly number[] }[];
};

/** What ranking asks of an index. */
export type Collection = Pick<SearchIndex, 'pageCount' | 'wordCount' | 'averageWordCount'>;

/** How soon repeating a word stops helping (BM25's k1). */
const SATURATION = 2;
/** How much a long page has to repeat a word to say as much about it as a short one, from 0 to 1 (BM25's b). */
const LENGTH = 0.5;
/** A word of the title or of the keywords counts as that many in the text. */
const IN_TITLE = 4;
/** What a page gains whose title holds the whole question. */
const TITLE_GAIN = 0.5;
/** What a page gains where the words stand together as in the question. */
const TOGETHER_GAIN = 0.4;
/** Neighbours in the question count as together when at most that many words apart. */
const TOGETHER = 4;

/**
 * Pages by how well they answer, best first, and by their number where they answer alike. The sum over the words of
 * BM25 (title and keywords counted as more words), times: the share of the question that the page holds (its root,
 * because that share already shows in the sum), the share that its title holds, and the share of neighbours that stand
 * together. A rare word is a larger share than a common one.
 */
export function rankPages(words: readonly FoundWord[], collection: Collection): RankedPage[] {
  const rarities = words.map(({ postings }) => rarityOf(postings.length, collection.pageCount));
  const whole = sum(rarities);
  const pages = new Map<number, (Posting | undefined)[]>();
  words.forEach(({ postings }, at) => {
    for (const posting of postings) {
      const held = pages.get(posting.page) ?? new Array<Posting | undefined>(words.length);
      held[at] = posting;
      pages.set(posting.page, held);
    }
  });
  const ranked = [...pages].map(([page, held]): RankedPage => {
    const length = 1 - LENGTH + (LENGTH * collection.wordCount(page)) / Math.max(1, collection.averageWordCount);
    let score = 0;
    let covered = 0;
    let inTitle = 0;
    held.forEach((posting, at) => {
      if (!posting) return;
      const rarity = rarities[at] ?? 0;
      const isInTitle = posting.inFields.length > 0;
      const count = posting.count / length + (isInTitle ? IN_TITLE : 0);
      score += (rarity * count * (SATURATION + 1)) / (count + SATURATION);
      covered += rarity;
      if (isInTitle) inTitle += rarity;
    });
    const gain = (1 + (TITLE_GAIN * inTitle) / whole) * (1 + TOGETHER_GAIN * togetherness(held, rarities));
    return {
      page,
      score: score * Math.sqrt(covered / whole) * gain,
      isTitled: words.every((_, at) => (held[at]?.inFields.length ?? 0) > 0),
      matches: held.flatMap((posting, at) =>
        posting ? [{ word: words[at]?.word ?? '', rarity: rarities[at] ?? 0, places: posting.places }] : [],
      ),
    };
  });
  return ranked.sort((a, b) => b.score - a.score || a.page - b.page);
}

/** Inverse document frequency as in BM25, which stays above zero for a word that every page holds. */
function rarityOf(pagesWithWord: number, pageCount: number): number {
  return Math.log(1 + Math.max(0, pageCount - pagesWithWord + 0.5) / (pagesWithWord + 0.5));
}

/** The share of neighbours in the question that are neighbours on the page, from 0 to 1. */
function togetherness(held: readonly (Posting | undefined)[], rarities: readonly number[]): number {
  let whole = 0;
  let together = 0;
  for (let at = 1; at < rarities.length; at += 1) {
    const weight = Math.min(rarities[at - 1] ?? 0, rarities[at] ?? 0);
    whole += weight;
    const [former, posting] = [held[at - 1], held[at]];
    if (former && posting && standTogether(former, posting)) together += weight;
  }
  return whole > 0 ? together / whole : 0;
}

function standTogether(a: Posting, b: Posting): boolean {
  const areNear = (first: number, second: number) => {
    const distance = second - first;
    // The other way round is a little less than the same.
    return distance > 0 ? distance <= TOGETHER : distance < 0 && 1 - distance <= TOGETHER;
  };
  return (
    a.inFields.some((one) =>
      b.inFields.some((other) => one.field === other.field && areNear(one.place, other.place)),
    ) || someNear(a.places, b.places, areNear)
  );
}

/** Both lists ascend, so that each place is compared with those around it alone. */
function someNear(a: readonly number[], b: readonly number[], areNear: (a: number, b: number) => boolean): boolean {
  let from = 0;
  for (const place of a) {
    while (from < b.length && (b[from] ?? 0) < place - TOGETHER) from += 1;
    for (let at = from; at < b.length && (b[at] ?? 0) <= place + TOGETHER; at += 1) {
      if (areNear(place, b[at] ?? 0)) return true;
    }
  }
  return false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
