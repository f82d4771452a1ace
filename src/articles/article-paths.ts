import type { Edition } from '../schema/article.ts';
import { articlePages, type ArticlePage } from './article-pages.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';

/** What the route of articles is given for one address: a page, or the address that it leads to. */
export type ArticlePath = {
  params: { slug: string; variant: string | undefined };
  props: ArticleProps | { redirect: string };
};

export type ArticleProps = {
  page: Omit<ArticlePage, 'tree'>;
  pages: readonly ArticleVariant[];
  related: readonly RelatedArticle[];
};

/** An article that helps next. */
export type RelatedArticle = { slug: string; title: string };

/** Another page of the same article, for the switcher. */
export type ArticleVariant = Pick<ArticlePage, 'address' | 'serves'>;

/** Every page of every article; with `redirects` also every address that leads to one, for hosts without a server. */
export function articlePaths(content: Content, { redirects }: { redirects: boolean }): ArticlePath[] {
  const bySlug = editionsBySlug(content.editions);
  return [...bySlug].flatMap(([slug, editions]) => pathsOf(slug, editions, bySlug, content, redirects));
}

function pathsOf(
  slug: string,
  editions: readonly Edition[],
  bySlug: ReadonlyMap<string, readonly Edition[]>,
  content: Content,
  withRedirects: boolean,
): ArticlePath[] {
  const first = editions[0];
  if (!first) return [];
  const { pages, redirects } = articlePages(editions, productOf(content, first));
  const variants = pages.map(({ address, serves }) => ({ address, serves }));
  const paths: ArticlePath[] = pages.map(({ tree: _tree, ...page }) => ({
    params: { slug, variant: variantOf(slug, page.address) },
    props: { page, pages: variants, related: relatedTo(page.edition, bySlug) },
  }));
  if (!withRedirects) return paths;
  const leading = [...redirects].filter(([from]) => from.startsWith(`/articles/${slug}/`));
  return [
    ...paths,
    ...leading.map(([from, redirect]) => ({ params: { slug, variant: variantOf(slug, from) }, props: { redirect } })),
  ];
}

function relatedTo({ frontmatter }: Edition, bySlug: ReadonlyMap<string, readonly Edition[]>): RelatedArticle[] {
  return frontmatter.related.flatMap((slug) => {
    const title = bySlug.get(slug)?.[0]?.frontmatter.title;
    return title === undefined ? [] : [{ slug, title }];
  });
}

/** The part of the address after the slug, without slashes at its ends; undefined for the article's own address. */
function variantOf(slug: string, address: string): string | undefined {
  return address.slice(`/articles/${slug}/`.length).replace(/\/$/, '') || undefined;
}
