import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { neverChanges } from '../offline/never-changes.ts';
import { encodingFor, type Encoding } from './encoding.ts';
import { contentTypeOf } from './content-types.ts';

/** A file of the built site: where it is and how large, as it was written and compressed. */
type StaticFile = Record<'identity', Stored> &
  Partial<Record<Encoding, Stored>> & { tag: string; headers: OutgoingHttpHeaders };
type Stored = { path: string; bytes: number };

type HeadersOf = (name: string) => OutgoingHttpHeaders | undefined;

/** Answers a request with the file at `pathname`; false where there is none. Rejects where it cannot be read. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<boolean>;

const ONE_YEAR_SECONDS = 31_536_000;
const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/**
 * The files in `folder` as they are now; `tags` are hashes of what they hold, by path without a slash at the start. A
 * page is found at the address of its folder. `headersOf` tells what goes with a file besides. Files whose names begin with a dot, or with `_` as `_headers` does, are
 * for others.
 */
export async function staticFiles(
  folder: string,
  tags: Readonly<Record<string, string>>,
  headersOf: HeadersOf = () => undefined,
): Promise<StaticFiles> {
  const files = await filesIn(folder, tags, headersOf);
  return async (request, response, pathname) => {
    const file = files.get(fileAt(pathname));
    if (!file) return false;
    const encoding = encodingFor(request.headers['accept-encoding'], file);
    const headers: OutgoingHttpHeaders = {
      ...file.headers,
      etag: file.tag,
      'cache-control': neverChanges(pathname) ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
      ...((file.br || file.gzip) && { vary: 'accept-encoding' }),
    };
    if (isKnown(request.headers['if-none-match'], file.tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const { path, bytes } = file[encoding ?? 'identity'] ?? file.identity;
    if (encoding) headers['content-encoding'] = encoding;
    else headers['accept-ranges'] = 'bytes';
    const range = encoding ? undefined : rangeIn(request, file.tag, bytes);
    if (range === 'beyond') {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes}` }).end();
      return true;
    }
    const part = range ?? { start: 0, end: bytes - 1 };
    headers['content-length'] = part.end - part.start + 1;
    if (range) headers['content-range'] = `bytes ${part.start}-${part.end}/${bytes}`;
    response.writeHead(range ? 206 : 200, headers);
    if (request.method === 'HEAD' || bytes === 0) response.end();
    else await sent(path, part, response);
    return true;
  };
}

async function filesIn(
  folder: string,
  tags: Readonly<Record<string, string>>,
  headersOf: HeadersOf,
): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = new Map(await Promise.all(paths.map(async (path) => [path, await stat(path)] as const)));
  const files = new Map<string, StaticFile>();
  for (const [path, { size, mtimeMs }] of sizes) {
    const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '');
    if (isForOthers(name) || isCompressed(path, sizes)) continue;
    const stored = (ending: string) => {
      const bytes = sizes.get(path + ending)?.size;
      return bytes === undefined ? undefined : { path: path + ending, bytes };
    };
    const [br, gzip] = [stored(ENDINGS.br), stored(ENDINGS.gzip)];
    const tag = `"${tags[name] ?? `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`}"`;
    files.set(`/${name}`, {
      identity: { path, bytes: size },
      ...(br && { br }),
      ...(gzip && { gzip }),
      // One tag for all ways to write the same: then it names what it says, not its bytes (RFC 9110, 8.8.1).
      tag: br || gzip ? `W/${tag}` : tag,
      headers: { ...headersOf(name), 'content-type': contentTypeOf(name) },
    });
  }
  return files;
}

function isForOthers(name: string): boolean {
  return name.startsWith('_headers') || name.startsWith('_redirects') || /(^|\/)\.(?!well-known\/)/.test(name);
}

function isCompressed(path: string, all: ReadonlyMap<string, unknown>): boolean {
  return Object.values(ENDINGS).some((ending) => path.endsWith(ending) && all.has(path.slice(0, -ending.length)));
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

type Part = { start: number; end: number };

/** One range from a start; whoever asks for a part in another way may be given all (RFC 9110, 14.2). */
function rangeIn({ method, headers }: IncomingMessage, tag: string, bytes: number): Part | 'beyond' | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (from === undefined || method !== 'GET') return undefined;
  if (headers['if-range'] !== undefined && headers['if-range'] !== tag) return undefined;
  const [start, end] = [Number(from), to ? Math.min(Number(to), bytes - 1) : bytes - 1];
  if (to && Number(to) < start) return undefined;
  return start >= bytes ? 'beyond' : { start, end };
}

/** Returns when all was sent, or when whoever asked has left. */
function sent(path: string, { start, end }: Part, response: ServerResponse): Promise<void> {
  return new Promise((done, fail) => {
    const source = createReadStream(path, { start, end });
    // A file may vanish between being found and being read, as when the site is built anew.
    source.once('error', fail);
    response.once('close', () => {
      source.destroy();
      done();
    });
    source.pipe(response);
  });
}

/** The tags that a build left; a build of an earlier version left none. */
export async function readTags(file: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, string>;
}
