import { articlePages, type ArticlePage } from '../articles/article-pages.ts';
import { editionsBySlug, productOf, type Content } from '../articles/content.ts';
import { sectionsOf, withAnchors, type Section } from '../articles/outline.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { audiencesOf, versionsOf } from '../variants/reader.ts';
import type { ArticleCard } from './article-card.ts';

/** What search knows of one page of an article. */
export type SearchRecord = {
  address: string;
  /** Where its text stands, for errors. */
  file: string;
  slug: string;
  title: string;
  summary: string;
  keywords: readonly string[];
  product: string;
  versions: string[];
  audiences: string[];
  type: string;
  topic: string;
  sections: Section[];
  card: ArticleCard;
};

/**
 * One record a page, made from the content and not from built pages, so that dev and build find the same.
 * Drafts are left out unless asked for.
 */
export function searchRecords(content: Content, { drafts = false } = {}): SearchRecord[] {
  const shown = content.editions.filter(({ frontmatter }) => drafts || !frontmatter.draft);
  return [...editionsBySlug(shown).values()].flatMap((editions) => recordsOfArticle(editions, content));
}

function recordsOfArticle(editions: readonly Edition[], content: Content): SearchRecord[] {
  const first = editions[0];
  if (!first) return [];
  const product = productOf(content, first);
  const { pages } = articlePages(editions, product);
  const card = cardOf(first.slug, editions, pages, product, content);
  return pages.map((page) => recordOf(page, card));
}

function recordOf({ edition, address, serves, tree }: ArticlePage, card: ArticleCard): SearchRecord {
  const { title, summary, keywords, product, type, topic } = edition.frontmatter;
  return {
    address,
    file: edition.file,
    slug: edition.slug,
    title,
    summary,
    keywords,
    product,
    versions: [...new Set(serves.map(({ version }) => version))],
    audiences: [...new Set(serves.map(({ audience }) => audience))],
    type,
    topic,
    sections: sectionsOf(withAnchors(tree).tree),
    card,
  };
}

function cardOf(
  slug: string,
  editions: readonly Edition[],
  pages: readonly ArticlePage[],
  product: Product,
  { audiences }: Content,
): ArticleCard {
  const versionIds = new Set(editions.flatMap(({ frontmatter }) => versionsOf(frontmatter, product)));
  const audienceIds = new Set(editions.flatMap(({ frontmatter }) => audiencesOf(frontmatter, product)));
  return {
    slug,
    product: product.title,
    newest: product.versions[0]?.id ?? '',
    versions: product.versions.filter(({ id }) => versionIds.has(id)).map(({ id, label }) => ({ id, label })),
    audiences: audiences.filter(({ id }) => audienceIds.has(id)).map(({ id, title }) => ({ id, title })),
    pages: pages.map(({ address, serves }) => ({
      address,
      serves: serves.map(({ version, audience }) => [version, audience]),
    })),
  };
}
