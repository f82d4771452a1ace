import type { APIRoute } from 'astro';
import { robots } from '../discovery/robots.ts';
import { siteUrlOf } from '../discovery/site-url.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(robots(siteUrlOf(site)), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
