import type { Frontmatter } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { versionsIn } from './version-range.ts';

/** Whom a variant is for: one version of the product and one audience, both by id. */
export type Reader = { version: string; audience: string };

/** Every reader that an edition serves: newest version first, then audiences in the order of the product. */
export function readersOf(edition: Pick<Frontmatter, 'versions' | 'audiences'>, product: Product): Reader[] {
  return versionsOf(edition, product).flatMap((version) =>
    audiencesOf(edition, product).map((audience) => ({ version, audience })),
  );
}

/** Ids of the versions that an edition covers, newest first. A range that cannot be read covers none. */
export function versionsOf(edition: Pick<Frontmatter, 'versions'>, product: Product): string[] {
  const covered = edition.versions === undefined ? product.versions : versionsIn(edition.versions, product);
  return (covered ?? []).map((version) => version.id);
}

/** Ids of the audiences that an edition is for, in the order of the product. */
export function audiencesOf(edition: Pick<Frontmatter, 'audiences'>, product: Product): string[] {
  return product.audiences.filter((audience) => edition.audiences?.includes(audience) ?? true);
}
