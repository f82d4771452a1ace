import type { APIRoute } from 'astro';
import { siteContent } from '../articles/site-content.ts';
import { publicPages } from '../discovery/public-pages.ts';
import { siteArticles, siteChanges } from '../discovery/site-discovery.ts';
import { siteUrlOf } from '../discovery/site-url.ts';
import { sitemap } from '../discovery/sitemap.ts';

export const GET: APIRoute = async ({ site }) => {
  const pages = publicPages(await siteContent(), await siteArticles(), await siteChanges());
  return new Response(sitemap(pages, siteUrlOf(site)), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
