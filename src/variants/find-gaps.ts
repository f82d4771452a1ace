import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import type { UserError } from '../errors/user-error.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import { readerKey } from './choose-edition.ts';
import { readersOf, versionsOf } from './reader.ts';
import { versionsIn } from './version-range.ts';

type Gap = { edition: Edition; field: string; problem: string; fix: string };

/** Mistakes in whom the editions of one article serve: unknown readers, overlaps, and holes between versions. */
export function findGaps(editions: readonly Edition[], product: Product): UserError[] {
  const gaps = [
    ...editions.flatMap((edition) => unknownReaders(edition, product)),
    ...overlaps(editions, product),
    ...holes(editions, product),
  ];
  return gaps.map(({ edition, field, problem, fix }) => ({ problem, fix, where: { file: edition.file, field } }));
}

function unknownReaders(edition: Edition, product: Product): Gap[] {
  const { versions, audiences } = edition.frontmatter;
  const gaps: Gap[] = [];
  if (versions !== undefined) {
    const covered = versionsIn(versions, product);
    if (covered === undefined) {
      gaps.push({
        edition,
        field: 'versions',
        problem: `"${versions}" is not a range of versions.`,
        fix: 'Write a semver range, such as ">=4" or "<5".',
      });
    } else if (covered.length === 0) {
      gaps.push({
        edition,
        field: 'versions',
        problem: `"${versions}" covers no version of ${product.title}.`,
        fix: `Its versions are ${product.versions.map(({ id }) => id).join(', ')}; they are listed in content/products/${product.id}.yaml.`,
      });
    }
  }
  audiences?.forEach((audience, index) => {
    if (product.audiences.includes(audience)) return;
    gaps.push({
      edition,
      field: `audiences[${index}]`,
      problem: `"${audience}" is not an audience of ${product.title}.`,
      fix: `${didYouMean(audience, product.audiences)}Its audiences are ${product.audiences.join(', ')}; they are listed in content/products/${product.id}.yaml.`,
    });
  });
  return gaps;
}

function overlaps(editions: readonly Edition[], product: Product): Gap[] {
  const owners = new Map<string, Edition>();
  const gaps = new Map<string, Gap>();
  for (const edition of editions) {
    for (const reader of readersOf(edition.frontmatter, product)) {
      const owner = owners.get(readerKey(reader));
      if (owner === undefined) owners.set(readerKey(reader), edition);
      else {
        gaps.set(`${owner.id} ${edition.id}`, {
          edition,
          field: 'versions',
          problem: `Two editions serve version ${reader.version} for "${reader.audience}": this one and ${owner.file}.`,
          fix: 'Narrow the range of one of them, so that each reader has one edition.',
        });
      }
    }
  }
  return [...gaps.values()];
}

/** A version that no edition covers, while a newer and an older one are covered. */
function holes(editions: readonly Edition[], product: Product): Gap[] {
  const covered = new Set(editions.flatMap(({ frontmatter }) => versionsOf(frontmatter, product)));
  const ids = product.versions.map(({ id }) => id);
  const newest = ids.findIndex((id) => covered.has(id));
  const oldest = ids.findLastIndex((id) => covered.has(id));
  const edition = editions[0];
  if (!edition) return [];
  return ids
    .slice(Math.max(newest, 0), oldest + 1)
    .filter((id) => !covered.has(id))
    .map((id) => ({
      edition,
      field: 'versions',
      problem: `No edition of "${edition.slug}" covers version ${id} of ${product.title}, while a newer and an older one are covered.`,
      fix: `Widen a range to take in ${id}, or add ${edition.slug}@${id}.mdx.`,
    }));
}
