import { defineMiddleware } from 'astro:middleware';
import { siteContent } from './articles/site-content.ts';
import { openApp, type App } from './server/app.ts';
import { readSettings } from './server/settings.ts';

let devApp: Promise<App> | undefined;

/**
 * `npm start` hands the open store to every request. `astro dev` has nobody who does, so there it is opened here,
 * once, when the first page that needs it is asked for.
 */
export const onRequest = defineMiddleware(async ({ locals, isPrerendered }, next) => {
  if (import.meta.env.DEV && !isPrerendered) locals.app ??= await (devApp ??= openForDev());
  return next();
});

async function openForDev(): Promise<App> {
  const { site, editions } = await siteContent();
  const slugs = new Set(editions.map(({ slug }) => slug));
  return openApp(readSettings(process.env), site, (slug) => slugs.has(slug));
}
