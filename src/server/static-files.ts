import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { neverChanges } from '../offline/never-changes.ts';
import { encodingFor } from './encoding.ts';
import { openAsItWas, sent, turnOf, type Part } from './send-file.ts';
import { staticTable, type HeadersOf } from './static-table.ts';

/**
 * Answers a request with the file at `pathname`; false where there is none. Rejects where it cannot be read. With a
 * `status`, the file is a page that stands for another: it is sent as a whole, and nobody keeps it.
 */
export type StaticFiles = (
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  status?: 404 | 500,
) => Promise<boolean>;

type Options = {
  /** What goes with a file besides. */
  headersOf?: HeadersOf;
  /** Told once that somebody asked for a file that is another one than it was at the start. */
  onChanged?: () => void;
};

const ONE_YEAR_SECONDS = 31_536_000;
const RETRY_SECONDS = '60';

/**
 * The files in `folder` as they are now; `tags` are hashes of what they hold, by path without a slash at the start. A
 * page is found at the address of its folder. A file that was built anew meanwhile is not sent under the size and the
 * tag of the one before: whoever asks for it is asked to come again.
 */
export async function staticFiles(
  folder: string,
  tags: Readonly<Record<string, string>>,
  { headersOf = () => undefined, onChanged = () => undefined }: Options = {},
): Promise<StaticFiles> {
  const files = await staticTable(folder, tags, headersOf);
  let hasTold = false;
  return async (request, response, pathname, status) => {
    const file = files.get(fileAt(pathname));
    if (!file) return false;
    const encoding = encodingFor(request.headers['accept-encoding'], file);
    const isItself = status === undefined;
    const headers: OutgoingHttpHeaders = {
      ...file.headers,
      ...(isItself && { etag: file.tag }),
      'cache-control': isItself ? cachingOf(pathname) : 'no-store',
      ...((file.br || file.gzip) && { vary: 'accept-encoding' }),
    };
    if (isItself && isKnown(request.headers['if-none-match'], file.tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const stored = file[encoding ?? 'identity'] ?? file.identity;
    const { bytes } = stored;
    if (encoding) headers['content-encoding'] = encoding;
    else if (isItself) headers['accept-ranges'] = 'bytes';
    const range = encoding || !isItself ? undefined : rangeIn(request, file.tag, bytes);
    if (range === 'beyond') {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes}` }).end();
      return true;
    }
    if (!(await turnOf(response))) return true;
    const source = await openAsItWas(stored);
    if (!source) {
      if (!hasTold) onChanged();
      hasTold = true;
      comeAgain(response);
      return true;
    }
    const part = range ?? { start: 0, end: bytes - 1 };
    headers['content-length'] = part.end - part.start + 1;
    if (range) headers['content-range'] = `bytes ${part.start}-${part.end}/${bytes}`;
    response.writeHead(status ?? (range ? 206 : 200), headers);
    await sent(source, request.method === 'HEAD' || bytes === 0 ? undefined : part, response);
    return true;
  };
}

function cachingOf(pathname: string): string {
  return neverChanges(pathname) ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache';
}

function fileAt(pathname: string): string {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname).normalize();
  } catch {
    // What cannot be decoded is the name of no file.
  }
  return path.endsWith('/') ? `${path}index.html` : path;
}

/** Whether the browser has what `tag` names; tags are compared as names, not as bytes (RFC 9110, 13.1.2). */
function isKnown(asked: string | undefined, tag: string): boolean {
  if (asked === undefined) return false;
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return asked.trim() === '*' || asked.split(',').some((one) => bare(one) === bare(tag));
}

/** One range from a start; whoever asks for a part in another way may be given all (RFC 9110, 14.2). */
function rangeIn({ method, headers }: IncomingMessage, tag: string, bytes: number): Part | 'beyond' | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (from === undefined || method !== 'GET') return undefined;
  if (headers['if-range'] !== undefined && headers['if-range'] !== tag) return undefined;
  const [start, end] = [Number(from), to ? Math.min(Number(to), bytes - 1) : bytes - 1];
  if (to && Number(to) < start) return undefined;
  return start >= bytes ? 'beyond' : { start, end };
}

function comeAgain(response: ServerResponse): void {
  const text = 'This page is being renewed. Please load it again in a minute.\n';
  response
    .writeHead(503, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      'retry-after': RETRY_SECONDS,
    })
    .end(text);
}
