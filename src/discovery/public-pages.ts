import type { ArticlePath, ArticleProps } from '../articles/article-paths.ts';
import type { Content } from '../articles/content.ts';
import { listedArticles } from '../articles/ways-in.ts';
import { changedAt, latestOf } from './changed-at.ts';
import type { LastChanges } from './last-changes.ts';
import type { SitemapPage } from './sitemap.ts';

/** Pages of articles, without the addresses that only lead to one. */
export function articlesOf(paths: readonly ArticlePath[]): ArticleProps[] {
  return paths.flatMap(({ props }) => ('page' in props ? [props] : []));
}

/**
 * Every page that search engines should know, each at its own address: home, products, topics that have articles, and
 * every page of every article. Lists changed when the last of what they list did.
 */
export function publicPages(content: Content, articles: readonly ArticleProps[], changes: LastChanges): SitemapPage[] {
  const listed = listedArticles(content);
  const pages = articles.map(({ page }) => ({
    address: page.address,
    slug: page.edition.slug,
    changedAt: changedAt(page.edition, changes),
  }));
  const bySlug = Map.groupBy(pages, ({ slug }) => slug);
  const list = (address: string, slugs: readonly string[]): SitemapPage => {
    const latest = latestOf(slugs.flatMap((slug) => (bySlug.get(slug) ?? []).map((page) => page.changedAt)));
    return { address, ...(latest !== undefined && { changedAt: latest }) };
  };
  const slugsWith = (field: 'product' | 'topic', id: string) =>
    listed.filter((article) => article[field] === id).map(({ slug }) => slug);
  return [
    list(
      '/',
      listed.map(({ slug }) => slug),
    ),
    ...content.products.map(({ id }) => list(`/products/${id}/`, slugsWith('product', id))),
    ...content.topics
      .filter(({ id }) => slugsWith('topic', id).length > 0)
      .map(({ id }) => list(`/topics/${id}/`, slugsWith('topic', id))),
    ...pages.map(({ address, changedAt: at }) => ({ address, changedAt: at })),
  ];
}
