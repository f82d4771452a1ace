import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HEADER_FACTS_FILE, headerFacts, NOTHING_BUILT } from '../headers/header-facts.ts';
import { pageHeaders } from '../headers/page-headers.ts';
import { deskHeaders, publicHeaders } from '../headers/security-headers.ts';
import { TAGS_FILE } from '../bytes/compress-files.ts';
import { BuiltFacts, FileTags } from '../schema/built.ts';
import { clientsBehind } from './abuse/clients-behind.ts';
import { leadsTo, type Leading } from './leads-to.ts';
import type { Log } from './log.ts';
import { readBuilt } from './read-built.ts';
import type { Settings } from './settings.ts';
import { staticFiles } from './static-files.ts';
import { whatBroke } from './what-broke.ts';

/** What Astro's Node adapter gives in middleware mode. */
type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => void | Promise<void>;

type ListenerSettings = Pick<Settings, 'trustedProxies' | 'siteUrl' | 'publicApi' | 'singleSignOn'>;

/** What pages and endpoints are given with each request, and what the listener itself needs of it. */
type Locals = { app: { log: Log }; [name: string]: unknown };

const THIRTY_DAYS_SECONDS = 2_592_000;

/**
 * Answers everything that the built site in `dist` can answer: redirects first, then its static pages, then the pages
 * and endpoints that need a server, which are given `locals`; at last the page that says that there is nothing here.
 * Whatever breaks on the way is logged and stays with the request that met it.
 */
export async function siteListener(
  dist: string,
  leading: Leading,
  locals: Locals,
  settings: ListenerSettings = { trustedProxies: [], siteUrl: 'http://localhost', publicApi: { kind: 'same-host' } },
): Promise<RequestListener> {
  const { handler } = (await import(pathToFileURL(resolve(dist, 'server/entry.mjs')).href)) as {
    handler: AstroHandler;
  };
  const client = join(dist, 'client');
  const broken = await readFile(join(client, '500.html'));
  const built = (await readBuilt(join(dist, 'server', HEADER_FACTS_FILE), BuiltFacts)) ?? NOTHING_BUILT;
  const facts = headerFacts(built, settings);
  const tags = (await readBuilt(join(dist, 'server', TAGS_FILE), FileTags)) ?? {};
  const files = await staticFiles(client, tags, {
    headersOf: pageHeaders(facts, built.pages),
    onChanged: () => locals.app.log('site-changed', { fix: 'start the server anew, and build the next one beside it' }),
  });
  const everywhere = Object.entries(publicHeaders(facts));
  const atDesk = deskHeaders(facts, { hasPolicy: true });

  const whoAsks = clientsBehind(settings.trustedProxies, locals.app.log);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = addressOf(request);
    if (!address) return unreadable(response);
    const { pathname, search, question } = address;
    // From here on everybody sees the same address, however the request line wrote it.
    request.url = pathname + search;
    const onServer = async (nobodyThere: () => void) => {
      let failure: unknown;
      const next = (error: unknown) => (error ? (failure = error) : nobodyThere());
      // A request may write into its locals, so each has its own.
      await handler(request, response, next, { ...locals, client: whoAsks(request), deskHeaders: atDesk });
      if (failure) throw failure;
    };
    // Others mean nothing here, and of some of them (TRACE) no page can even be told.
    if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(request.method ?? '')) return notTaken(response);
    // Static files would answer anything that is posted to them, as if it had been taken.
    if (!isRead(request)) return onServer(() => notTaken(response));
    const led = leadsTo(pathname, leading);
    // Browsers keep a 301 for as long as they like, and where folded addresses lead changes with the text.
    const caching = led?.isForGood ? `max-age=${THIRTY_DAYS_SECONDS}` : 'no-cache';
    if (led) return redirect(response, led.address + search, caching);
    if (lacksSlash(pathname)) return redirect(response, `${pathname}/${search}`, 'no-cache');
    // The static page of the same address searches in the browser; with a question in it, it has an answer here.
    const asks = pathname === '/search/' && question.has('q');
    if (asks) request.url = `/search/answer/${search}`;
    if (!asks && (await files(request, response, pathname))) return;
    let isNowhere = false;
    await onServer(() => (isNowhere = true));
    if (!isNowhere || (await files(request, response, '/404.html', 404))) return;
    throw new Error('The built site has no page that says that there is nothing.');
  };

  return (request, response) => {
    // Whatever answers may say otherwise, as the desk does; nothing goes out with less.
    for (const [name, value] of everywhere) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      locals.app.log('request-failed', whatBroke(error));
      if (response.headersSent) return void response.destroy();
      // Where files cannot be read, not even this page, it is sent as it was at the start.
      files(request, response, '/500.html', 500).catch(() => asAtStart(response, broken));
    });
  };
}

type Address = { pathname: string; search: string; question: URLSearchParams };

/**
 * Undefined where the request names no address, or a host that is none. `//host/` at the start of a path would be read
 * as another host, and lead there, also where the path came to begin so on the way (`/..//host/`).
 */
function addressOf({ url = '/', headers: { host } }: IncomingMessage): Address | undefined {
  if (host !== undefined && !isHost(host)) return undefined;
  const read = URL.parse(url.replace(/^[/\\]+/, '/'), 'http://localhost');
  if (!read) return undefined;
  return { pathname: read.pathname.replace(/^\/+/, '/'), search: read.search, question: read.searchParams };
}

/** What a page would be told as its own address; HTTP/1.0 may do without. */
function isHost(written: string): boolean {
  return /^[\w.:[\]-]*$/.test(written) && (written === '' || URL.canParse(`http://${written}/`));
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Addresses of pages end in a slash, those of endpoints and files do not. */
function lacksSlash(pathname: string): boolean {
  return !pathname.endsWith('/') && !pathname.startsWith('/api/') && !/\.[a-z]\w*$/i.test(pathname);
}

function redirect(response: ServerResponse, target: string, caching: string): void {
  response.writeHead(301, { location: target, 'cache-control': caching }).end();
}

function asAtStart(response: ServerResponse, broken: Buffer): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(broken);
}

function unreadable(response: ServerResponse): void {
  response.writeHead(400, PLAIN_TEXT).end('This is not an address that can be read.\n');
}

function notTaken(response: ServerResponse): void {
  response
    .writeHead(405, { ...PLAIN_TEXT, allow: 'GET, HEAD' })
    .end('Nothing is taken in at this address, so what was sent here was not kept.\n');
}

const PLAIN_TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
