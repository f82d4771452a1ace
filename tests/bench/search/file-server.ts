import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** One request that was answered, or is being answered. Bytes are all that went over the line, heads included. */
export type Exchange = { path: string; startedAt: number; bytes: number; isDone: boolean };

export type FileServer = {
  address: string;
  /** All requests so far, in order. */
  exchanges: readonly Exchange[];
  close: () => Promise<void>;
};

/** What hosts compress by their type; the pieces of an index are compressed when they are written. */
const TEXTS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
/** Named after their content, as Vite and Pagefind do: such a file never changes. */
const HASHED = /\/_astro\/|\.pf_\w+$|[/._-][0-9a-f]{7,}(?:\.\w+)+$/;

type Served = { body: Buffer; head: Record<string, string> };

/** Serves folders by the first part of the address, as a good static host would, on a free port of this machine. */
export async function serveFiles(folders: Readonly<Record<string, string>>): Promise<FileServer> {
  const kept = new Map<string, Promise<Served | undefined>>();
  const exchanges: Exchange[] = [];
  const written = new WeakMap<Socket, number>();
  const fileAt = (path: string) => {
    const found = kept.get(path) ?? readServed(path, folders);
    kept.set(path, found);
    return found;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const exchange: Exchange = { path, startedAt: performance.now(), bytes: 0, isDone: false };
    exchanges.push(exchange);
    // Answers on one line follow each other, so what was written since the last one ended is this one's.
    response.once('close', () => {
      exchange.bytes = request.socket.bytesWritten - (written.get(request.socket) ?? 0);
      written.set(request.socket, request.socket.bytesWritten);
      exchange.isDone = true;
    });
    send(request, response, await fileAt(path));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.');
  return {
    address: `http://127.0.0.1:${address.port}`,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(request: IncomingMessage, response: ServerResponse, served: Served | undefined): void {
  if (!served) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === served.head['etag']) response.writeHead(304, served.head).end();
  else response.writeHead(200, { ...served.head, 'content-length': String(served.body.byteLength) }).end(served.body);
}

async function readServed(path: string, folders: Readonly<Record<string, string>>): Promise<Served | undefined> {
  const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  const folder = folders[first];
  const file = folder === undefined ? join(folders[''] ?? '', normalize(path)) : join(folder, normalize(`/${rest}`));
  const content = await readFile(file).catch(() => undefined);
  if (!content) return undefined;
  const type = TEXTS[extname(file)];
  return {
    body: type === undefined ? content : brotliCompressSync(content),
    head: {
      'content-type': type ?? 'application/octet-stream',
      ...(type !== undefined && { 'content-encoding': 'br', vary: 'accept-encoding' }),
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`,
    },
  };
}
