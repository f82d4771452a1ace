import { onlyFor as inWords } from '../strings/en/search.ts';
import type { SearchReader } from './filters.ts';
import type { FoundPage } from './found-page.ts';

/**
 * "Only in Sync 3, for administrators": what a reader has to know before opening a page that is not for them.
 * A reader who has chosen nothing is taken to have the newest version. Undefined where the page is for them.
 * `language` is the site's.
 */
export function onlyFor({ product, card }: FoundPage, reader: SearchReader, language: string): string | undefined {
  const isSameProduct = reader.product === product;
  const version = (isSameProduct ? reader.version : undefined) ?? card.newest;
  // Nobody is kept from a product by a choice that it does not know.
  const audience = card.audiencesOfProduct.find((id) => id === reader.audience) ?? card.firstAudience;
  const isForVersion = card.versions.some(({ id }) => id === version);
  const isForAudience = card.audiences.some(({ id }) => id === audience);
  if (isForVersion && isForAudience) return undefined;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const versions = list.format(card.versions.map(({ label }) => label));
  const audiences = list.format(card.audiences.map(({ title }) => inWords.audience(title)));
  if (isForAudience) return inWords.versions(versions);
  return isForVersion ? inWords.audiences(audiences) : inWords.versionsAndAudiences({ versions, audiences });
}
