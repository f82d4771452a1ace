import { FILTER_NAMES } from './result-address.ts';
import type { Filters, SearchReader } from './filters.ts';
import type { SearchIndex } from './index/search-index.ts';
import { isNamed, productFor } from './reader-name.ts';

/** Which pages a reader may be shown, and which before others. */
export type ReaderPages = {
  /** Whether the filters let a page through. */
  isAllowed: (page: number) => boolean;
  /** Whether it is the page of its article that this reader should be shown. */
  fits: (page: number) => boolean;
  /** Whether a reader of the same kind would be shown it for some version; who has chosen no kind is of the first. */
  isForAudience: (page: number) => boolean;
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
    isForAudience: unlessForOthers(notFor, reader),
    isOwnProduct: (page) => own?.has(page) ?? true,
    articleOf: (page) => siblings.get(page) ?? page,
  };
}

/** A page is for another audience where none of its versions is shown to this one. Few searches have to know. */
function unlessForOthers(notFor: ReadonlyMap<string, readonly number[]>, { audience }: SearchReader) {
  let others: ReadonlySet<number> | undefined;
  return (page: number) => !(others ??= behindForAllVersions(notFor, audience)).has(page);
}

function behindForAllVersions(notFor: ReadonlyMap<string, readonly number[]>, audience: string | undefined) {
  const behind = new Map<string, ReadonlySet<number>>();
  for (const [name, pages] of notFor) {
    const product = productFor(name, audience);
    if (product === undefined) continue;
    const before = behind.get(product);
    behind.set(product, new Set(before ? pages.filter((page) => before.has(page)) : pages));
  }
  return new Set([...behind.values()].flatMap((pages) => [...pages]));
}

async function pagesWith(
  index: SearchIndex,
  name: string,
  value: string | undefined,
): Promise<ReadonlySet<number> | undefined> {
  if (value === undefined) return undefined;
  return new Set((await index.filter(name)).get(value));
}
