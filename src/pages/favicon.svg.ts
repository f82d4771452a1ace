import type { APIRoute } from 'astro';
import { siteContent } from '../articles/site-content.ts';
import { iconOf } from '../look/icon.ts';

export const prerender = true;

/** The star in the site's accent; a site with an icon of its own never asks for it. */
export const GET: APIRoute = async () => {
  const { site } = await siteContent();
  return new Response(iconOf(site.look), { headers: { 'content-type': 'image/svg+xml' } });
};
