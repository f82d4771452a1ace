import type { SearchReader } from './filters.ts';
import type { FoundPage } from './found-page.ts';

/** Whom alone a page is for, as titles: versions, readers, or both. */
export type OnlyFor = {
  versions?: string[];
  audiences?: string[];
  /** Language of the site, in which lists are written. */
  language: string;
};

/**
 * What a reader has to know before opening a page that is not for them. A reader who has chosen nothing is taken to
 * have the newest version. Undefined where the page is for them. `language` is the site's.
 */
export function onlyFor({ product, card }: FoundPage, reader: SearchReader, language: string): OnlyFor | undefined {
  const isSameProduct = reader.product === product;
  const version = (isSameProduct ? reader.version : undefined) ?? card.newest;
  // Nobody is kept from a product by a choice that it does not know.
  const audience = card.audiencesOfProduct.find((id) => id === reader.audience) ?? card.firstAudience;
  const isForVersion = card.versions.some(({ id }) => id === version);
  const isForAudience = card.audiences.some(({ id }) => id === audience);
  if (isForVersion && isForAudience) return undefined;
  return {
    ...(!isForVersion && { versions: card.versions.map(({ label }) => label) }),
    ...(!isForAudience && { audiences: card.audiences.map(({ title }) => title) }),
    language,
  };
}
