import type { Audience, Product } from '../schema/catalogue.ts';
import type { Reader } from '../variants/reader.ts';
import { listInWords, lowerFirst } from '../articles/in-words.ts';
import { discovery as words } from '../strings/en/discovery.ts';

/** A page as far as its title goes. */
export type TitledPage = {
  address: string;
  title: string;
  product: Product;
  serves: readonly Reader[];
  /** The page at the bare address of its article. */
  isFirst: boolean;
};

/**
 * A title for each page, by its address, that no other page has (WCAG 2.4.2): as written where it stands alone, and for
 * the first page of an article; else with what tells it apart, first of all the product, then versions, then readers.
 */
export function pageTitles(
  pages: readonly TitledPage[],
  audiences: readonly Audience[],
  language: string,
): Map<string, string> {
  const list = (parts: readonly string[]) => listInWords(parts, language);
  const ways: readonly ((page: TitledPage) => string)[] = [
    ({ product }) => product.title,
    ({ product, serves }) => list(servedVersions(product, serves).map(({ label }) => label)),
    ({ product, serves }) => list(servedAudiences(product, serves, audiences).map(lowerFirst)),
    ({ address }) => address,
  ];
  const titles = new Map<string, string>();
  for (const alike of Map.groupBy(pages, ({ title }) => title).values()) {
    const chosen = fewestThatPart(alike, ways);
    const isOneArticle = alike.filter(({ isFirst }) => isFirst).length === 1;
    for (const page of alike) {
      if (isOneArticle && page.isFirst) {
        titles.set(page.address, page.title);
        continue;
      }
      const apart = chosen.map((way) => way(page));
      titles.set(page.address, apart.length === 0 ? page.title : words.titleFor({ title: page.title, apart }));
    }
  }
  return titles;
}

export function servedVersions({ versions }: Product, serves: readonly Reader[]): Product['versions'] {
  return versions.filter(({ id }) => serves.some(({ version }) => version === id));
}

export function servedAudiences(product: Product, serves: readonly Reader[], audiences: readonly Audience[]): string[] {
  return product.audiences
    .filter((id) => serves.some(({ audience }) => audience === id))
    .map((id) => audiences.find((audience) => audience.id === id)?.title ?? id);
}

/** Each way that parts pages which those before it left alike; what all have in common tells nothing. */
function fewestThatPart<Page>(
  pages: readonly Page[],
  ways: readonly ((page: Page) => string)[],
): ((page: Page) => string)[] {
  const chosen: ((page: Page) => string)[] = [];
  let parted = 1;
  for (const way of ways) {
    if (parted === pages.length) break;
    const now = new Set(pages.map((page) => [...chosen, way].map((each) => each(page)).join('\n'))).size;
    if (now > parted) chosen.push(way);
    parted = now;
  }
  return chosen;
}
