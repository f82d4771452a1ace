import type { APIRoute } from 'astro';
import type { ArticleProps } from '../../articles/article-paths.ts';
import { articleTree } from '../../articles/article-view.ts';
import { productOf } from '../../articles/content.ts';
import { siteContent } from '../../articles/site-content.ts';
import { changedAt } from '../../discovery/changed-at.ts';
import { articleTwin } from '../../discovery/markdown/article-twin.ts';
import { servedAudiences, servedVersions } from '../../discovery/page-titles.ts';
import { siteArticles, siteChanges } from '../../discovery/site-discovery.ts';
import { siteUrlOf } from '../../discovery/site-url.ts';

/** The Markdown twin of every page of an article, at the address of the page with `.md` for its last slash. */
export async function getStaticPaths() {
  const articles = await siteArticles();
  return articles.map((props) => ({
    params: { twin: props.page.address.slice('/articles/'.length, -1) },
    props,
  }));
}

export const GET: APIRoute<ArticleProps> = async ({ props: { page, links, related }, site }) => {
  const content = await siteContent();
  const { edition, reader, serves, address } = page;
  const product = productOf(content, edition);
  const { tree } = articleTree(edition, product, reader, { links, videos: content.videos });
  const url = siteUrlOf(site) + address;
  const markdown = articleTwin({
    edition,
    product: product.title,
    versions: servedVersions(product, serves).map(({ label }) => label),
    audiences: servedAudiences(product, serves, content.audiences),
    language: content.site.language,
    url,
    changedAt: changedAt(edition, await siteChanges()),
    tree,
    related,
    absolute: (written) => URL.parse(written, url)?.href ?? written,
  });
  return new Response(markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
