import { chooseArticles } from './choose-articles.ts';
import type { Filters } from './filters.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { RankedPage } from './rank-pages.ts';
import { readerPages } from './reader-pages.ts';
import { FILTER_NAMES } from './result-address.ts';
import type { FilterCounts } from './search-answer.ts';

/**
 * How many of the articles that `pages` belong to each value of each filter would leave, most first. A filter that is
 * chosen is left out while it is counted itself, so that the other choices beside it show what they would give.
 */
export async function countArticles(
  index: SearchIndex,
  pages: readonly RankedPage[],
  filters: Filters,
): Promise<FilterCounts> {
  const counts: FilterCounts = { product: [], version: [], audience: [], type: [], topic: [] };
  await Promise.all(
    FILTER_NAMES.map(async (name) => {
      const [values, reader] = await Promise.all([index.filter(name), readerPages(index, without(filters, name), {})]);
      const shown = chooseArticles(pages, { ...reader, articleOf: (page) => page }, () => true);
      const worthy = new Set(shown.map(({ ranked }) => ranked.page));
      counts[name] = [...values]
        .map(([value, holding]) => ({
          value,
          count: new Set(holding.filter((page) => worthy.has(page)).map(reader.articleOf)).size,
        }))
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
