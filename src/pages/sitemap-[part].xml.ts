import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../articles/site-content.ts';
import { publicPages } from '../discovery/public-pages.ts';
import { siteArticles, siteChanges } from '../discovery/site-discovery.ts';
import { siteUrlOf } from '../discovery/site-url.ts';
import { readSettings } from '../server/settings.ts';
import { sitemapParts } from '../discovery/sitemap.ts';

/** Parts of a sitemap that is too long for one file; most sites have none. */
export const getStaticPaths: GetStaticPaths = async () => {
  const pages = publicPages(await siteContent(), await siteArticles(), await siteChanges());
  const siteUrl = siteUrlOf(new URL(readSettings(process.env).siteUrl));
  return sitemapParts(pages, siteUrl).map((text, index) => ({ params: { part: String(index + 1) }, props: { text } }));
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
