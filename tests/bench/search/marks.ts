/** How well one question was answered, each from 0 to 1. */
export type Marks = {
  /** Normalised discounted cumulative gain of the first ten, where an article answers or does not. */
  ndcg: number;
  /** One through the place of the first article that answers; 0 where it is not among the first ten. */
  reciprocalRank: number;
  recall5: number;
  recall10: number;
  /** 1 where nothing was found at all. */
  nothing: number;
};

export const MARKS = ['ndcg', 'reciprocalRank', 'recall5', 'recall10', 'nothing'] as const;

const TOP = 10;

/** Marks for what was `found`, best first, where `answers` are the articles that answer. */
export function marksOf(found: readonly string[], answers: readonly string[]): Marks {
  // An article that is shown twice answers once.
  const top = [...new Set(found)].slice(0, TOP);
  const places = top.flatMap((slug, place) => (answers.includes(slug) ? [place] : []));
  const among = (first: number) => places.filter((place) => place < first).length / answers.length;
  const best = answers.slice(0, TOP).map((_, place) => place);
  return {
    ndcg: gain(places) / gain(best),
    reciprocalRank: places[0] === undefined ? 0 : 1 / (places[0] + 1),
    recall5: among(5),
    recall10: among(TOP),
    nothing: found.length === 0 ? 1 : 0,
  };
}

function gain(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + 1 / Math.log2(place + 2), 0);
}
