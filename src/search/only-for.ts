import type { SearchReader } from './filters.ts';
import type { FoundPage } from './found-page.ts';

/**
 * "Only in Sync 3, for administrators": what a reader has to know before opening a page that is not for them.
 * A reader who has chosen nothing is taken to have the newest version. Undefined where the page is for them.
 */
export function onlyFor({ product, card }: FoundPage, reader: SearchReader): string | undefined {
  const isSameProduct = reader.product === product;
  const version = (isSameProduct ? reader.version : undefined) ?? card.newest;
  // Nobody is kept from a product by a choice that it does not know.
  const audience = card.audiencesOfProduct.find((id) => id === reader.audience) ?? card.firstAudience;
  const parts: string[] = [];
  if (!card.versions.some(({ id }) => id === version))
    parts.push(`in ${listed(card.versions.map(({ label }) => label))}`);
  if (!card.audiences.some(({ id }) => id === audience)) {
    parts.push(listed(card.audiences.map(({ title }) => withSmallInitial(title))));
  }
  return parts.length > 0 ? `Only ${parts.join(', ')}` : undefined;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

/** "At home" goes on a sentence as "at home"; "IT staff" stays what it is. */
function withSmallInitial(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
