import type { APIRoute } from 'astro';
import { siteContent } from '../articles/site-content.ts';
import { feed } from '../discovery/feed.ts';
import { siteArticles, siteChanges } from '../discovery/site-discovery.ts';
import { siteUrlOf } from '../discovery/site-url.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(feed(await siteContent(), await siteArticles(), await siteChanges(), siteUrlOf(site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
