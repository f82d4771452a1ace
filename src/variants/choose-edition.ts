import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { audiencesOf, readersOf, versionsOf, type Reader } from './reader.ts';

/** The edition that serves `reader`, or undefined where none does. Ranges never overlap, so there is one at most. */
export function chooseEdition(editions: readonly Edition[], product: Product, reader: Reader): Edition | undefined {
  return editions.find(
    ({ frontmatter }) =>
      versionsOf(frontmatter, product).includes(reader.version) &&
      audiencesOf(frontmatter, product).includes(reader.audience),
  );
}

/** Every reader that some edition of an article serves: newest version first, then audiences in the order of the product. */
export function readersOfArticle(editions: readonly Edition[], product: Product): Reader[] {
  const served = new Set(editions.flatMap(({ frontmatter }) => readersOf(frontmatter, product)).map(readerKey));
  return readersOf({}, product).filter((reader) => served.has(readerKey(reader)));
}

export function readerKey({ version, audience }: Reader): string {
  return `${version} ${audience}`;
}
