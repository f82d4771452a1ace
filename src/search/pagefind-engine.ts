import type { Engine, Filters, FoundPage } from './engine.ts';

/** The part of Pagefind's browser module that we use; it brings no types of its own. */
export type PagefindModule = {
  createInstance: (options: {
    basePath: string;
    baseUrl: string;
    noWorker?: boolean;
    ranking?: { metaWeights?: Record<string, number> };
  }) => PagefindInstance;
};
export type PagefindInstance = {
  init: () => Promise<void>;
  search: (
    word: string,
    options: { filters: Filters },
  ) => Promise<{
    results: { id: string; score: number; words: number[]; data: () => Promise<PagefindPage> }[];
    unfilteredResultCount: number;
  }>;
};
type PagefindPage = {
  url: string;
  content: string;
  meta: { title?: string };
  filters: Record<string, string[] | undefined>;
  anchors: { element: string; id: string; text: string; location: number }[];
};

/**
 * What a word in a title and in the keywords adds to a page's score, in multiples of the word's rarity
 * (its text adds 2.4 at most). Keywords are chosen by writers with care, but are never seen by the reader.
 */
export const META_WEIGHTS = { title: 5, keywords: 3 };

/** An engine over Pagefind's module; `entry` is what its `pagefind-entry.json` holds. */
export function pagefindEngine(pagefind: PagefindInstance, entry: { languages: Record<string, { page_count: number }> }): Engine {
  return {
    pageCount: Math.max(...Object.values(entry.languages).map(({ page_count }) => page_count), 0),
    async find(word, filters) {
      const { results, unfilteredResultCount } = await pagefind.search(word, { filters });
      const found = results.map(({ id, score, words, data }) => ({
        id,
        score,
        places: words,
        page: async () => pageOf(await data()),
      }));
      return { found, unfiltered: unfilteredResultCount };
    },
  };
}

function pageOf({ url, content, meta, filters, anchors }: PagefindPage): FoundPage {
  return {
    address: url,
    title: meta.title ?? '',
    product: filters['product']?.[0] ?? '',
    text: content,
    headings: anchors
      .filter(({ element }) => /^h[2-6]$/.test(element))
      .map(({ id, text, location }) => ({ id, text, place: location })),
    card: filters['card']?.[0] ?? '',
  };
}
