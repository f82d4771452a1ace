import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Audience, Product, Topic } from '../schema/catalogue.ts';
import { findGaps } from '../variants/find-gaps.ts';
import { checkBody } from './check-body.ts';
import { editionsBySlug } from './content.ts';
import { parseBody } from './parse-body.ts';
import { isParent, lineOf, type Tree, type TreeNode } from './tree.ts';

/** Content whose files each have the right shape, before they are held against each other. */
export type Unchecked = {
  audiences: readonly Audience[];
  topics: readonly Topic[];
  products: readonly Product[];
  editions: readonly EditionWithLines[];
  /** Slugs of all files, those included whose fields could not be read: links to them are no mistake. */
  slugs: readonly string[];
  /** Where each list stands, for the wording. */
  files: { products: string; audiences: string; topics: string };
};
type EditionWithLines = Edition & { lineOf: (field: string) => number | undefined };
type Known = { products: Map<string, Product>; topics: string[]; slugs: Set<string> };

/**
 * Every mistake that shows only when files are held against each other, and every mistake in bodies.
 * With `allRead` false some list could not be read, so ids are not looked up in it: they may well exist.
 */
export function checkContent(content: Unchecked, { allRead }: { allRead: boolean }): UserError[] {
  const bySlug = editionsBySlug(content.editions) as Map<string, EditionWithLines[]>;
  const known: Known = {
    products: new Map(content.products.map((product) => [product.id, product])),
    topics: content.topics.map(({ id }) => id),
    slugs: new Set(content.slugs),
  };
  return [
    ...content.editions.flatMap((edition) => checkText(edition, known, { allRead })),
    ...(allRead
      ? [
          ...checkProducts(content),
          ...content.editions.flatMap((edition) => checkIds(edition, known, content)),
          ...checkFormerAddresses(content.editions),
        ]
      : []),
    ...[...bySlug.values()].flatMap((editions) => checkArticle(editions, known)),
  ];
}

function checkProducts({ products, audiences, files }: Unchecked): UserError[] {
  const ids = audiences.map(({ id }) => id);
  return products.flatMap((product) =>
    product.audiences.flatMap((audience, index) =>
      ids.includes(audience)
        ? []
        : [
            {
              problem: `"${audience}" is not an audience of this site.`,
              where: { file: `${files.products}/${product.id}.yaml`, field: `audiences[${index}]` },
              fix: `${didYouMean(audience, ids)}Audiences are listed in ${files.audiences}.`,
            },
          ],
    ),
  );
}

function checkIds(edition: EditionWithLines, known: Known, { files }: Unchecked): UserError[] {
  const { product, topic, related } = edition.frontmatter;
  const mistake = (field: string, problem: string, fix: string): UserError => ({
    problem,
    fix,
    where: { file: edition.file, line: edition.lineOf(field), field },
  });
  const mistakes: UserError[] = [];
  if (!known.products.has(product)) {
    mistakes.push(
      mistake(
        'product',
        `There is no product "${product}".`,
        `${didYouMean(product, [...known.products.keys()])}Products are the files in ${files.products}.`,
      ),
    );
  }
  if (!known.topics.includes(topic)) {
    mistakes.push(
      mistake(
        'topic',
        `There is no topic "${topic}".`,
        `${didYouMean(topic, known.topics)}Topics are listed in ${files.topics}.`,
      ),
    );
  }
  related.forEach((slug, index) => {
    if (!known.slugs.has(slug))
      mistakes.push(
        mistake(
          `related[${index}]`,
          `There is no article "${slug}".`,
          `${didYouMean(slug, [...known.slugs])}Name the file of the article, without folder and ending.`,
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
    ...(product ? checkBody(parsed.tree, edition, product) : []),
    ...(allRead ? checkLinks(parsed.tree, edition, known) : []),
  ];
}

function checkLinks(tree: Tree, edition: Edition, known: Known): UserError[] {
  return linksOf(tree).flatMap(({ href, line }) => {
    const slug = /^\/articles\/([^/#?]+)/.exec(href)?.[1];
    if (slug === undefined || known.slugs.has(slug)) return [];
    return [
      {
        problem: `This links to an article "${slug}", which does not exist.`,
        where: { file: edition.file, line },
        fix: `${didYouMean(slug, [...known.slugs])}Name the file of the article: /articles/<file without ending>/.`,
      },
    ];
  });
}

function linksOf(node: Tree | TreeNode): { href: string; line: number | undefined }[] {
  const here =
    node.type === 'element' && node.tagName === 'a'
      ? [{ href: String(node.properties['href'] ?? ''), line: lineOf(node) }]
      : [];
  return isParent(node) ? [...here, ...node.children.flatMap(linksOf)] : here;
}

/** One earlier address cannot lead to two articles. */
function checkFormerAddresses(editions: readonly EditionWithLines[]): UserError[] {
  const owners = new Map<string, Edition>();
  return editions.flatMap((edition) =>
    edition.frontmatter.redirectFrom.flatMap((address, index) => {
      const field = `redirectFrom[${index}]`;
      const owner = owners.get(address) ?? edition;
      owners.set(address, owner);
      if (owner.slug === edition.slug) return [];
      return [
        {
          problem: `${address} already leads to "${owner.slug}" (${owner.file}).`,
          where: { file: edition.file, line: edition.lineOf(field), field },
          fix: 'Keep it in one of the two.',
        },
      ];
    }),
  );
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
  return gapsWithLines(editions, product);
}

function gapsWithLines(editions: readonly EditionWithLines[], product: Product): UserError[] {
  const byFile = new Map(editions.map((edition) => [edition.file, edition]));
  return findGaps(editions, product).map((gap) => ({
    ...gap,
    where: { ...gap.where, line: byFile.get(gap.where.file)?.lineOf(gap.where.field ?? '') ?? 1 },
  }));
}
