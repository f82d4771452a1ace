import { defineMiddleware } from 'astro:middleware';
import { siteContent } from './articles/site-content.ts';
import { filesAt } from './search/files-at.ts';
import { searcherOver } from './search/searcher.ts';
import { clientOf, proxiesIn } from './server/abuse/client.ts';
import { openApp, type App } from './server/app.ts';
import { readSettings } from './server/settings.ts';

let devApp: Promise<App> | undefined;

/**
 * `npm start` hands the open store and the search index to every request. `astro dev` has nobody who does: there the
 * store is opened here, once, when the first page that needs it is asked for, and the index of the working tree, which
 * changes, for each request anew.
 */
export const onRequest = defineMiddleware(async ({ locals, isPrerendered, url }, next) => {
  if (import.meta.env.DEV && !isPrerendered) {
    locals.app ??= await (devApp ??= openForDev());
    locals.client ??= clientOf({ peer: undefined, forwardedFor: undefined }, proxiesIn([]));
    locals.searcher ??= searcherOver(
      filesAt(new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/`, url.origin).href),
    );
  }
  const response = await next();
  // Astro leaves the encoding to the page; whoever reads the answer without reading the page would have to guess.
  if (!isPrerendered && response.headers.get('content-type') === 'text/html') {
    response.headers.set('content-type', 'text/html; charset=utf-8');
  }
  return response;
});

async function openForDev(): Promise<App> {
  const { site, editions } = await siteContent();
  const slugs = new Set(editions.map(({ slug }) => slug));
  return openApp(readSettings(process.env), site, (slug) => slugs.has(slug));
}
