import type { ArticlePage } from '../articles/article-pages.ts';
import type { Audience, Product } from '../schema/catalogue.ts';
import { readerName } from './reader-name.ts';

/**
 * For each page of an article, the names of the readers who are not shown it: another page of the article is theirs,
 * or none is. Who has chosen no version is taken to have the newest one; who has chosen no audience sees the article's
 * first page for that version.
 */
export function notShownTo(
  pages: readonly ArticlePage[],
  product: Product,
  audiences: readonly Audience[],
): string[][] {
  const names: string[][] = pages.map(() => []);
  for (const version of [undefined, ...product.versions.map(({ id }) => id)]) {
    for (const audience of [undefined, ...audiences.map(({ id }) => id)]) {
      const wanted = {
        version: version ?? product.versions[0]?.id,
        // Nobody is kept from a product by a choice that it does not know.
        audience: product.audiences.some((id) => id === audience) ? audience : undefined,
      };
      const shown = pages.findIndex(({ serves }) =>
        serves.some(
          (reader) => reader.version === wanted.version && (wanted.audience ?? reader.audience) === reader.audience,
        ),
      );
      pages.forEach((_, at) => {
        if (at !== shown) names[at]?.push(readerName({ product: product.id, version, audience }));
      });
    }
  }
  return names;
}
