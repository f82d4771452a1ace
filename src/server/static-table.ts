import { stat } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { fileNames } from '../files/file-names.ts';
import { contentTypeOf } from './content-types.ts';
import type { Encoding } from './encoding.ts';

/** A file of the built site: where it is and how large, as it was written and compressed. */
export type StaticFile = Record<'identity', Stored> &
  Partial<Record<Encoding, Stored>> & { tag: string; headers: OutgoingHttpHeaders };

/** A file as it was when the server started. */
export type Stored = { path: string; bytes: number; changedMs: number };

export type HeadersOf = (name: string) => OutgoingHttpHeaders | undefined;

const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/**
 * All files in `folder`, by their paths with a slash at the start, normalised (NFC): macOS may write `über.pdf` with a
 * bare `u` and the dots apart, and no address is written so. Without those whose names begin with a dot, or with `_` as
 * `_headers` does: they are for others.
 */
export async function staticTable(
  folder: string,
  tags: Readonly<Record<string, string>>,
  headersOf: HeadersOf,
): Promise<ReadonlyMap<string, StaticFile>> {
  const names = await fileNames(folder);
  const found = new Map(
    await Promise.all(names.map(async (name) => [name, await storedAt(join(folder, name))] as const)),
  );
  const files = new Map<string, StaticFile>();
  for (const [name, identity] of found) {
    if (isForOthers(name) || isCompressed(name, found)) continue;
    const [br, gzip] = [found.get(name + ENDINGS.br), found.get(name + ENDINGS.gzip)];
    const asStored = `${identity.bytes.toString(36)}-${Math.round(identity.changedMs).toString(36)}`;
    const tag = `"${tags[name] ?? asStored}"`;
    files.set(`/${name}`.normalize(), {
      identity,
      ...(br && { br }),
      ...(gzip && { gzip }),
      // One tag for all ways to write the same: then it names what it says, not its bytes (RFC 9110, 8.8.1).
      tag: br || gzip ? `W/${tag}` : tag,
      headers: { ...headersOf(name), 'content-type': contentTypeOf(name) },
    });
  }
  return files;
}

async function storedAt(path: string): Promise<Stored> {
  const { size, mtimeMs } = await stat(path);
  return { path, bytes: size, changedMs: mtimeMs };
}

function isForOthers(name: string): boolean {
  return name.startsWith('_headers') || name.startsWith('_redirects') || /(^|\/)\.(?!well-known\/)/.test(name);
}

function isCompressed(name: string, all: ReadonlyMap<string, unknown>): boolean {
  return Object.values(ENDINGS).some((ending) => name.endsWith(ending) && all.has(name.slice(0, -ending.length)));
}
