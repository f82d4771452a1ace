import { chooseArticles } from './choose-articles.ts';
import type { Filters, SearchReader } from './filters.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { RankedPage } from './rank-pages.ts';
import { readerPages } from './reader-pages.ts';
import { FILTER_NAMES } from './result-address.ts';
import type { FilterCounts } from './search-answer.ts';

/**
 * How many of the articles of `pages` each value of each filter would leave, most first: as many as a search with that
 * value finds. A filter that is chosen is left out while it is counted itself, so that the other choices beside it show
 * what they would give. `readerWith` tells whom a search with such filters would answer.
 */
export async function countArticles(
  index: SearchIndex,
  pages: readonly RankedPage[],
  filters: Filters,
  readerWith: (filters: Filters) => SearchReader,
): Promise<FilterCounts> {
  const counts: FilterCounts = { product: [], version: [], audience: [], type: [], topic: [] };
  await Promise.all(
    FILTER_NAMES.map(async (name) => {
      const values = [...(await index.filter(name))];
      const counted = values.map(async ([value, holding]) => {
        const held = new Set(holding);
        const chosen = { ...without(filters, name), [name]: value };
        const reader = await readerPages(index, chosen, readerWith(chosen));
        const left = chooseArticles(
          pages.filter(({ page }) => held.has(page)),
          reader,
          () => true,
        );
        return { value, count: left.length };
      });
      counts[name] = (await Promise.all(counted))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }),
  );
  return counts;
}

function without(filters: Filters, name: keyof Filters): Filters {
  // Another product has other versions.
  const isLeftOut = (other: string) => other === name || (name === 'product' && other === 'version');
  return Object.fromEntries(Object.entries(filters).filter(([other]) => !isLeftOut(other)));
}
