import type { Edition } from '../schema/article.ts';
import { articlePages, type ArticlePage } from './article-pages.ts';
import { editionsBySlug, productOf, type Content } from './content.ts';

/** What the route of articles is given for one address: a page, or the address that it leads to. */
export type ArticlePath = {
  params: { slug: string; variant: string | undefined };
  props: { page: Omit<ArticlePage, 'tree'>; pages: readonly ArticleVariant[] } | { redirect: string };
};

/** Another page of the same article, for the switcher. */
export type ArticleVariant = Pick<ArticlePage, 'address' | 'serves'>;

/** Every page of every article; with `redirects` also every address that leads to one, for hosts without a server. */
export function articlePaths(content: Content, { redirects }: { redirects: boolean }): ArticlePath[] {
  return [...editionsBySlug(content.editions)].flatMap(([slug, editions]) =>
    pathsOf(slug, editions, content, redirects),
  );
}

function pathsOf(slug: string, editions: readonly Edition[], content: Content, withRedirects: boolean): ArticlePath[] {
  const first = editions[0];
  if (!first) return [];
  const { pages, redirects } = articlePages(editions, productOf(content, first));
  const variants = pages.map(({ address, serves }) => ({ address, serves }));
  const paths: ArticlePath[] = pages.map(({ tree: _tree, ...page }) => ({
    params: { slug, variant: variantOf(slug, page.address) },
    props: { page, pages: variants },
  }));
  if (!withRedirects) return paths;
  const leading = [...redirects].filter(([from]) => from.startsWith(`/articles/${slug}/`));
  return [
    ...paths,
    ...leading.map(([from, redirect]) => ({ params: { slug, variant: variantOf(slug, from) }, props: { redirect } })),
  ];
}

/** The part of the address after the slug, without slashes at its ends; undefined for the article's own address. */
function variantOf(slug: string, address: string): string | undefined {
  return address.slice(`/articles/${slug}/`.length).replace(/\/$/, '') || undefined;
}
