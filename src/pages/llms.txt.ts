import type { APIRoute } from 'astro';
import { siteContent } from '../articles/site-content.ts';
import { llms } from '../discovery/llms.ts';
import { siteArticles } from '../discovery/site-discovery.ts';
import { siteUrlOf } from '../discovery/site-url.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llms(await siteContent(), await siteArticles(), siteUrlOf(site)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
