import type { Posting } from './index/packed.ts';

/** Pages of one of several words that stand for the same, and how much it counts beside the others. */
export type WeightedPostings = { postings: readonly Posting[]; weight: number };

/** One list of pages for words that stand for the same, in the order of the pages. */
export function mergePostings(lists: readonly WeightedPostings[]): readonly Posting[] {
  const [only] = lists;
  if (only && lists.length === 1 && only.weight === 1) return only.postings;
  const byPage = new Map<number, Posting>();
  for (const { postings, weight } of lists) {
    for (const { page, count, places, inFields } of postings) {
      const former = byPage.get(page);
      byPage.set(page, {
        page,
        count: (former?.count ?? 0) + count * weight,
        places: former ? [...former.places, ...places].sort((a, b) => a - b) : places,
        inFields: former ? [...former.inFields, ...inFields] : inFields,
      });
    }
  }
  return [...byPage.values()].sort((a, b) => a.page - b.page);
}
