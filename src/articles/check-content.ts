import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { findGaps } from '../variants/find-gaps.ts';
import { addressesOf, checkFormerAddresses, checkLinks, type Addresses } from './check-addresses.ts';
import { checkBody, checkTags } from './check-body.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { checkIncidents } from './check-incidents.ts';
import { checkVideos } from './check-videos.ts';
import { editionsBySlug } from './content.ts';
import { parseBody } from './parse-body.ts';
import type { EditionWithLines, Unchecked } from './unchecked.ts';
import type { UnreadEdition } from './unread-edition.ts';

type Known = { products: Map<string, Product>; topics: string[]; addresses: Addresses };

/**
 * Every mistake that shows only when files are held against each other, and every mistake in bodies.
 * With `allRead` false some list could not be read, so ids are not looked up in it: they may well exist.
 */
export function checkContent(content: Unchecked, { allRead }: { allRead: boolean }): UserError[] {
  const bySlug = editionsBySlug(content.editions) as Map<string, EditionWithLines[]>;
  const products = new Map(content.products.map((product) => [product.id, product]));
  const known: Known = {
    products,
    topics: content.topics.map(({ id }) => id),
    addresses: addressesOf(content.slugs, bySlug, products, {
      topics: { ids: content.topics.map(({ id }) => id), said: `Topics are listed in ${content.files.topics}.` },
      products: { ids: [...products.keys()], said: `Products are the files in ${content.files.products}.` },
    }),
  };
  return [
    ...content.editions.flatMap((edition) => checkText(edition, known, { allRead })),
    ...content.unread.flatMap((edition) => checkUnreadText(edition, known)),
    ...(allRead
      ? [
          ...checkCatalogue(content),
          ...[...content.editions, ...content.unread].flatMap((edition) => checkIds(edition, known, content)),
          ...checkFormerAddresses(content.editions, known.addresses),
          ...checkIncidents(content),
        ]
      : []),
    ...[...bySlug.values()].flatMap((editions) => checkArticle(editions, known)),
    ...checkVideos(content, { allRead }),
  ];
}

function checkIds(edition: EditionWithLines | UnreadEdition, known: Known, { files }: Unchecked): UserError[] {
  const { product, topic, related } = edition.frontmatter;
  const mistake = (field: string, problem: string, fix: string): UserError => ({
    problem,
    fix,
    where: { file: edition.file, line: edition.lineOf(field), field },
  });
  const mistakes: UserError[] = [];
  if (product !== undefined && !known.products.has(product)) {
    mistakes.push(
      mistake(
        'product',
        `There is no product "${product}".`,
        `${didYouMean(product, [...known.products.keys()])}Products are the files in ${files.products}.`,
      ),
    );
  }
  if (topic !== undefined && !known.topics.includes(topic)) {
    mistakes.push(
      mistake(
        'topic',
        `There is no topic "${topic}".`,
        `${didYouMean(topic, known.topics)}Topics are listed in ${files.topics}.`,
      ),
    );
  }
  related.forEach((slug, index) => {
    if (!known.addresses.slugs.has(slug))
      mistakes.push(
        mistake(
          `related[${index}]`,
          `There is no article "${slug}".`,
          `${didYouMean(slug, [...known.addresses.slugs])}Name the file of the article, without folder and ending.`,
        ),
      );
    if (slug === edition.slug)
      mistakes.push(mistake(`related[${index}]`, 'An article cannot be related to itself.', 'Delete this line.'));
  });
  return mistakes;
}

/** The text of one edition, parsed once: readable MDX, tags and conditions, links. */
function checkText(edition: Edition, known: Known, { allRead }: { allRead: boolean }): UserError[] {
  const parsed = parseBody(edition);
  if ('mistake' in parsed) return [parsed.mistake];
  const product = known.products.get(edition.frontmatter.product);
  return [
    ...(product ? checkBody(parsed.tree, edition, product) : checkTags(parsed.tree, edition, undefined)),
    ...(allRead ? checkLinks(parsed.tree, edition, known.addresses) : []),
  ];
}

/** The text of one whose fields have a mistake: a writer mends both in one go. */
function checkUnreadText(edition: UnreadEdition, known: Known): UserError[] {
  const parsed = parseBody(edition);
  if ('mistake' in parsed) return [parsed.mistake];
  return checkTags(parsed.tree, edition, known.products.get(edition.frontmatter.product ?? ''));
}

function checkArticle(editions: readonly EditionWithLines[], known: Known): UserError[] {
  const first = editions[0];
  const product = known.products.get(first?.frontmatter.product ?? '');
  if (!first || !product) return [];
  const astray = editions.filter(({ frontmatter }) => frontmatter.product !== product.id);
  if (astray.length > 0) {
    return astray.map((edition) => ({
      problem: `"${edition.slug}" is about ${product.id} in ${first.file} and about ${edition.frontmatter.product} here.`,
      where: { file: edition.file, line: edition.lineOf('product'), field: 'product' },
      fix: 'Slugs are unique in the site: rename one of the files, or make them editions of one product.',
    }));
  }
  const sameName = editions.filter(({ id }, index) => editions.findIndex((other) => other.id === id) !== index);
  if (sameName.length > 0) {
    return sameName.map(({ id, file }) => ({
      problem: `There is another ${id}.mdx: ${editions.find((other) => other.id === id)?.file}.`,
      where: { file },
      fix: `Rename one of the two. If both are editions of one article, add what tells them apart: ${id.split('@')[0]}@5.mdx.`,
    }));
  }
  return gapsWithLines(editions, product);
}

function gapsWithLines(editions: readonly EditionWithLines[], product: Product): UserError[] {
  const byFile = new Map(editions.map((edition) => [edition.file, edition]));
  return findGaps(editions, product).map((gap) => ({
    ...gap,
    where: { ...gap.where, line: byFile.get(gap.where.file)?.lineOf(gap.where.field ?? '') ?? 1 },
  }));
}
