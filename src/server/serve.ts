import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/** What Astro's Node adapter gives in middleware mode. */
type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => void | Promise<void>;

const HASHED_ASSETS = '/_astro/';
const ONE_YEAR_SECONDS = 31_536_000;

/**
 * Answers everything that the built site in `dist` can answer: redirects first, then its static pages, then the pages
 * and endpoints that need a server, which are given `locals`; at last the page that says that there is nothing here.
 */
export async function siteListener(
  dist: string,
  redirects: Readonly<Record<string, string>>,
  locals: object,
): Promise<RequestListener> {
  const { handler } = (await import(pathToFileURL(resolve(dist, 'server/entry.mjs')).href)) as {
    handler: AstroHandler;
  };
  const notFound = await readFile(join(dist, 'client/404.html'));
  const files = sirv(join(dist, 'client'), { etag: true, setHeaders: setCaching });
  return (request, response) => {
    const { pathname, search } = addressOf(request);
    const target = redirects[pathname.endsWith('/') ? pathname : `${pathname}/`] ?? redirects[pathname];
    if (target !== undefined && isRead(request)) return redirect(response, target + search);
    if (isRead(request) && lacksSlash(pathname)) return redirect(response, `${pathname}/${search}`);
    const onServer = () =>
      // A request may write into its locals, so each has its own.
      handler(request, response, (error) => (error ? failed(response) : missing(response, notFound)), { ...locals });
    if (pathname === '/search/' && new URLSearchParams(search).has('q')) {
      // The static page of the same address searches in the browser; with a question in it, it has an answer here.
      request.url = `/search/answer/${search}`;
      return onServer();
    }
    return files(request, response, onServer);
  };
}

/** Begins to listen; rejects where the port is taken. */
export async function listen(
  listener: RequestListener,
  { port, host }: { port: number; host: string },
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolveListening, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolveListening);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeIdleConnections();
      }),
  };
}

/** `//host/` at the start of a path would be read as another host, and lead there. */
function addressOf({ url = '/' }: IncomingMessage): URL {
  return new URL(url.replace(/^[/\\]+/, '/'), 'http://localhost');
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Addresses of pages end in a slash, those of endpoints and files do not. */
function lacksSlash(pathname: string): boolean {
  return !pathname.endsWith('/') && !pathname.startsWith('/api/') && !/\.[a-z][a-z0-9]*$/i.test(pathname);
}

function redirect(response: ServerResponse, target: string): void {
  response.writeHead(301, { location: target }).end();
}

function missing(response: ServerResponse, page: Buffer): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function failed(response: ServerResponse): void {
  if (response.headersSent) response.end();
  else
    response
      .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Something broke on our side. Please try again.');
}

/** Names of assets carry their hash, so they never change; everything else is asked for again. */
function setCaching(response: ServerResponse, pathname: string): void {
  response.setHeader(
    'cache-control',
    pathname.startsWith(HASHED_ASSETS) ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
  );
}
