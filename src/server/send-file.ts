import { open, type FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Stored } from './static-table.ts';

/** Bytes of a file, both ends included. */
export type Part = { start: number; end: number };

/**
 * Returns when it is this answer's turn: a connection sends one after the other, so of two hundred files that are asked
 * for at once only one has to be open. False where the asker has left.
 */
export async function turnOf(response: ServerResponse): Promise<boolean> {
  if (!response.socket && !response.destroyed) {
    await new Promise<void>((go) => response.once('socket', () => go()).once('close', () => go()));
  }
  return !response.destroyed;
}

/** The file, open; undefined where it is another one than it was when the server started, or is gone. */
export async function openAsItWas({ path, bytes, changedMs }: Stored): Promise<FileHandle | undefined> {
  const file = await open(path).catch(undefinedWhereGone);
  if (!file) return undefined;
  let isAsItWas = false;
  try {
    const { size, mtimeMs } = await file.stat();
    isAsItWas = size === bytes && mtimeMs === changedMs;
  } finally {
    if (!isAsItWas) await file.close();
  }
  return isAsItWas ? file : undefined;
}

/** Sends that part of the file, or nothing more, and closes it. Returns when that is done, or the asker has left. */
export async function sent(file: FileHandle, part: Part | undefined, response: ServerResponse): Promise<void> {
  if (!part || response.destroyed) {
    await file.close();
    response.end();
    return;
  }
  await new Promise<void>((done, fail) => {
    const source = file.createReadStream(part);
    source.once('error', fail);
    response.once('close', () => {
      source.destroy();
      done();
    });
    source.pipe(response);
  });
}

function undefinedWhereGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}
