import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileNames } from './file-names.ts';

/** Where files lie between builds; whatever clears away installed packages clears them too, and they are made anew. */
export const KEPT = 'node_modules/.cache/handrail';

/**
 * A month: another site or branch in the same folder finds what it made if it was built within that time. After that, or
 * where the times of files cannot be changed, it is made anew, which costs time alone.
 */
const SPARED = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * The file at `path`, made where it is not kept from an earlier time. Its name has to say all that it is made from, so
 * that it is never out of date. What cannot be read is made anew; what cannot be kept costs time alone.
 */
export async function keptFile(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await readFile(path).catch(() => undefined);
  // A machine that lost its power may leave a file of which nothing was written.
  if (kept !== undefined && kept.length > 0) {
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return kept;
  }
  const made = await make();
  await keep(path, made);
  return made;
}

/** Clears away what no build has used for a month. It comes last in a build: one that fails throws nothing away. */
export async function dropUnused(now: Temporal.Instant, folder = KEPT): Promise<void> {
  const before = now.subtract(SPARED).epochMilliseconds;
  // Nothing was kept yet, or nothing that may be read.
  const names = await fileNames(folder).catch(() => []);
  await Promise.all(names.map((name) => dropOlder(join(folder, name), before)));
}

/** Whole or not at all, because another build may read it, or be making the same. */
async function keep(path: string, made: Buffer): Promise<void> {
  const begun = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(begun, made);
    await rename(begun, path);
  } catch {
    // A folder that is full, or that nobody may write to.
    await rm(begun, { force: true }).catch(() => undefined);
  }
}

async function dropOlder(path: string, beforeMs: number): Promise<void> {
  try {
    const { mtimeMs } = await stat(path);
    if (mtimeMs < beforeMs) await rm(path, { force: true });
  } catch {
    // Gone meanwhile, or not ours to throw away.
  }
}
