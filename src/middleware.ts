import { defineMiddleware } from 'astro:middleware';
import { openIncidents } from './articles/incidents.ts';
import { siteContent } from './articles/site-content.ts';
import { NOTHING_BUILT } from './headers/header-facts.ts';
import { deskHeaders } from './headers/security-headers.ts';
import { filesAt } from './search/files-at.ts';
import { searcherOver } from './search/searcher.ts';
import { clientOf, proxiesIn } from './server/abuse/client.ts';
import { openApp, type App } from './server/app.ts';
import { compressAnswer } from './server/compress-answer.ts';
import { guardDesk } from './server/desk-guard.ts';
import { isOfDesk } from './server/desk-routes.ts';
import { readSettings } from './server/settings.ts';

/** Where nobody hands on the site's own: strict ones, but while developing, when Vite puts styles and scripts in. */
const DESK_HEADERS = deskHeaders({ ...NOTHING_BUILT, isSecure: false }, { hasPolicy: !import.meta.env.DEV });

let devApp: Promise<App> | undefined;

/**
 * Nothing of the desk is answered but through its guard. `npm start` hands the open store and the search index to every
 * request. `astro dev` has nobody who does: there the store is opened here, once, when the first page that needs it is
 * asked for, and the index of the working tree, which changes, for each request anew.
 */
export const onRequest = defineMiddleware(async ({ locals, isPrerendered, url, request, routePattern }, next) => {
  if (isPrerendered) return next();
  if (import.meta.env.DEV) {
    locals.app ??= await (devApp ??= openForDev());
    locals.client ??= clientOf({ peer: undefined, forwardedFor: undefined }, proxiesIn([]));
    locals.searcher ??= searcherOver(
      filesAt(new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/`, url.origin).href),
    );
  }
  if (!isOfDesk(routePattern, url.pathname)) {
    return compressAnswer(request, routePattern, completed(await next()));
  }
  return guardDesk(
    { request, url, routePattern, app: locals.app, headers: locals.deskHeaders ?? DESK_HEADERS },
    {
      asked: async (member) => {
        if (member) locals.member = member;
        return completed(await next());
      },
      turnedAway: async (why) => {
        locals.turnedAway = why;
        return completed(await next(new Request(new URL('/desk/turned-away/', url))));
      },
    },
  );
});

/**
 * Astro leaves the encoding to the page: whoever reads the answer without reading the page would have to guess. And a
 * page that sets another status still says OK beside it; without words of their own, answers get those of their status.
 */
function completed({ body, status, headers }: Response): Response {
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(body, { status, headers });
}

async function openForDev(): Promise<App> {
  const content = await siteContent();
  const { site, editions } = content;
  const slugs = new Set(editions.map(({ slug }) => slug));
  return openApp(readSettings(process.env), site, (slug) => slugs.has(slug), {
    openIncidents: openIncidents(content).map(({ slug }) => slug),
  });
}
