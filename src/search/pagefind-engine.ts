import type { Engine, FoundPage, SearchReader } from './engine.ts';
import type { PageCard } from './page-card.ts';
import { readerName } from './reader-name.ts';

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
    /** null finds every page that the filters let through. */
    word: string | null,
    options: { filters: PagefindFilters },
  ) => Promise<{
    results: { id: string; score: number; words: number[]; data: () => Promise<PagefindPage> }[];
    unfilteredResultCount: number;
  }>;
};
/** Every part must hold; `any` holds where one of its parts does. */
type PagefindFilters = {
  [name: string]: string | PagefindFilters | PagefindFilters[];
};
export type PagefindEntry = { languages: Record<string, { page_count: number }> };
type PagefindPage = {
  url: string;
  content: string;
  meta: { title?: string };
  filters: Record<string, string[] | undefined>;
  anchors: { element: string; id: string; text: string; location: number }[];
};

/**
 * What a word adds to a page's score where it stands in the title or in the keywords, in multiples of its rarity.
 * A text that is all about the word adds at most 2.4, so a title counts about as much as the text below it.
 */
export const META_WEIGHTS = { title: 2, keywords: 2 };

/** An engine over Pagefind's module; `entry` is what its `pagefind-entry.json` holds. */
export function pagefindEngine(pagefind: PagefindInstance, entry: PagefindEntry): Engine {
  const pagesFor = pagesByReader(pagefind);
  return {
    pageCount: Math.max(0, ...Object.values(entry.languages).map(({ page_count }) => page_count)),
    async find(word, filters, reader) {
      const [all, fits] = await Promise.all([pagefind.search(word, { filters: { ...filters } }), pagesFor(reader)]);
      // Pagefind's worker forgets a page as soon as its result is garbage, so the whole result is held on to.
      const found = all.results.map((result) => ({
        id: result.id,
        score: result.score,
        places: result.words,
        fits: fits.has(result.id),
        page: async () => pageOf(await result.data()),
      }));
      return { found, unfiltered: all.unfilteredResultCount };
    },
  };
}

/** Readers whose pages are remembered; more than a site has, fewer than somebody can make up in addresses. */
const MAX_READERS = 64;

/**
 * Ids of the pages that a reader should be shown first. Knowing them before any page is fetched keeps the number of
 * pages that are fetched small; remembering them saves a second search for each word.
 */
function pagesByReader(pagefind: PagefindInstance): (reader: SearchReader) => Promise<ReadonlySet<string>> {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  return (reader) => {
    const filters = { any: firstFor(reader) };
    const name = JSON.stringify(filters);
    const remembered = known.get(name);
    if (remembered) return remembered;
    if (known.size >= MAX_READERS) known.clear();
    const ids = pagefind.search(null, { filters }).then(({ results }) => new Set(results.map(({ id }) => id)));
    known.set(name, ids);
    ids.catch(() => known.delete(name));
    return ids;
  };
}

/** A reader's version counts for pages about the same product; other products have versions of their own. */
function firstFor({ product, version, audience }: SearchReader): PagefindFilters[] {
  const anyVersion = readerName({ ...(audience !== undefined && { audience }) });
  if (product === undefined || version === undefined) return [{ first: anyVersion }];
  const thisVersion = readerName({ version, ...(audience !== undefined && { audience }) });
  return [
    { product, first: thisVersion },
    { first: anyVersion, not: { product } },
  ];
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
    card: JSON.parse(filters['card']?.[0] ?? '{}') as PageCard,
  };
}
