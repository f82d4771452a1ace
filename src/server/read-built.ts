import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { Mistakes } from '../errors/user-error.ts';

/**
 * What a build left in `file`; undefined where there is no such file, as a build of an earlier version left none.
 * Throws `Mistakes` where it holds something else: half a file would say that nothing needs a header, or has a tag.
 */
export async function readBuilt<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
): Promise<z.output<Shape> | undefined> {
  const text = await readFile(file, 'utf8').catch(undefinedWhereNone);
  if (text === undefined) return undefined;
  const read = shape.safeParse(parsed(text));
  if (read.success) return read.data;
  const fix = 'Build the site again: npm run build. The build before was perhaps cut off, or the disk full.';
  throw new Mistakes('The built site cannot be served.', [
    { problem: 'This is not what a build leaves here.', where: { file }, fix },
  ]);
}

/** Undefined, which no shape takes, where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function undefinedWhereNone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
