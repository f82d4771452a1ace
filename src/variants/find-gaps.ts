import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import type { UserError } from '../errors/user-error.ts';
import { readerKey } from './choose-edition.ts';
import { readersOf, versionsOf } from './reader.ts';
import { audienceMistake, rangeMistake } from './unknown-reader.ts';

type Gap = { edition: Edition; field: string; problem: string; fix: string };

/** Mistakes in whom the editions of one article serve: unknown readers, overlaps, and holes between versions. */
export function findGaps(editions: readonly Edition[], product: Product): UserError[] {
  const unknown = editions.flatMap((edition) => unknownReaders(edition, product));
  // A range that cannot be read covers nothing: the hole that it seems to leave would be a second, false mistake.
  const gaps = unknown.length > 0 ? unknown : [...overlaps(editions, product), ...holes(editions, product)];
  return gaps.map(({ edition, field, problem, fix }) => ({ problem, fix, where: { file: edition.file, field } }));
}

function unknownReaders(edition: Edition, product: Product): Gap[] {
  const { versions, audiences = [] } = edition.frontmatter;
  const mistake = versions === undefined ? undefined : rangeMistake(versions, product);
  return [
    ...(mistake ? [{ edition, field: 'versions', ...mistake }] : []),
    ...audiences.flatMap((audience, index) => {
      const unknown = audienceMistake(audience, product);
      return unknown ? [{ edition, field: `audiences[${index}]`, ...unknown }] : [];
    }),
  ];
}

function overlaps(editions: readonly Edition[], product: Product): Gap[] {
  const owners = new Map<string, Edition>();
  const gaps = new Map<string, Gap>();
  for (const edition of editions) {
    for (const reader of readersOf(edition.frontmatter, product)) {
      const owner = owners.get(readerKey(reader));
      const pair = `${owner?.file} ${edition.file}`;
      if (owner === undefined) owners.set(readerKey(reader), edition);
      else if (owner !== edition && !gaps.has(pair)) {
        gaps.set(pair, {
          edition,
          field: 'versions',
          problem: `Two editions serve version ${reader.version} for "${reader.audience}": this one and ${owner.file}.`,
          fix: 'Narrow versions or audiences of one of them. If they are two articles, rename one of the files.',
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
