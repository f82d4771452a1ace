import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { chooseEdition, readersOfArticle } from '../variants/choose-edition.ts';
import type { Reader } from '../variants/reader.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';

/** The edition of an article that one reader sees, and which reader that is. */
export type EditionFor = { edition: Edition; product: Product; reader: Reader };

/** Who reads, as far as it is known. */
type Wanted = { version?: string | undefined; audience?: string | undefined };

/** Undefined where there is no such article. A reader whom it does not serve is taken for the first whom it does. */
export function editionFor(content: Content, slug: string, wanted: Wanted): EditionFor | undefined {
  const [first, ...others] = editionsBySlug(content.editions).get(slug) ?? [];
  if (!first) return undefined;
  const editions = [first, ...others];
  const product = productOf(content, first);
  const readers = readersOfArticle(editions, product);
  const reader =
    readers.find(({ version, audience }) => version === wanted.version && audience === wanted.audience) ?? readers[0];
  const edition = reader && chooseEdition(editions, product, reader);
  return edition && { edition, product, reader };
}
