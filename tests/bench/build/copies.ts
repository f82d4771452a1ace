import { articlePages } from '../../../src/articles/article-pages.ts';
import { editionsBySlug, productOf, type Content } from '../../../src/articles/content.ts';

/** Pages of articles that are written, and what other ways would write for the same readers. */
export type Copies = {
  articles: number;
  pages: number;
  /** A copy of each article for every version that it serves, as trees by version hold. */
  perVersion: number;
  /** A copy for every version and audience. */
  perReader: number;
};

export function copiesOf(content: Content): Copies {
  const copies: Copies = { articles: 0, pages: 0, perVersion: 0, perReader: 0 };
  for (const editions of editionsBySlug(content.editions).values()) {
    const [first] = editions;
    if (!first) continue;
    const { pages } = articlePages(editions, productOf(content, first), content.videos);
    const readers = pages.flatMap(({ serves }) => serves);
    copies.articles += 1;
    copies.pages += pages.length;
    copies.perVersion += new Set(readers.map(({ version }) => version)).size;
    copies.perReader += readers.length;
  }
  return copies;
}
