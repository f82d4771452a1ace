import { FILTER_NAMES } from './result-address.ts';
import type { Filters, SearchReader } from './filters.ts';
import type { SearchIndex } from './index/search-index.ts';
import { isNamed } from './reader-name.ts';

/** Which pages a reader may be shown, and which before others. */
export type ReaderPages = {
  /** Whether the filters let a page through. */
  isAllowed: (page: number) => boolean;
  /** Whether it is the page of its article that this reader should be shown. */
  fits: (page: number) => boolean;
  /** Whether it is about the reader's product; true for all pages where none is known. */
  isOwnProduct: (page: number) => boolean;
  /** Pages of one article have the same one. */
  articleOf: (page: number) => number;
};

/** Reads of the index's filters what `filters` and `reader` need, and no more. */
export async function readerPages(index: SearchIndex, filters: Filters, reader: SearchReader): Promise<ReaderPages> {
  const isProductPreferred = reader.product !== undefined && filters.product === undefined && index.products.length > 1;
  const [allowed, notFor, own, siblings] = await Promise.all([
    Promise.all(FILTER_NAMES.map((name) => pagesWith(index, name, filters[name]))),
    index.filter('not-for'),
    isProductPreferred ? pagesWith(index, 'product', reader.product) : undefined,
    index.siblings(),
  ]);
  const behind = new Set([...notFor].flatMap(([name, pages]) => (isNamed(name, reader) ? pages : [])));
  return {
    isAllowed: (page) => allowed.every((pages) => pages?.has(page) ?? true),
    fits: (page) => !behind.has(page),
    isOwnProduct: (page) => own?.has(page) ?? true,
    articleOf: (page) => siblings.get(page) ?? page,
  };
}

async function pagesWith(
  index: SearchIndex,
  name: string,
  value: string | undefined,
): Promise<ReadonlySet<number> | undefined> {
  if (value === undefined) return undefined;
  return new Set((await index.filter(name)).get(value));
}
