import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../server/settings.ts';

const STAMP = 'dist/stamp.json';
const INPUTS = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** What a build was made from: the settings that pages depend on, and when. */
type Stamp = { contentDir: string; siteUrl: string; publicApi: Settings['publicApi']; builtAtMs: number };

export async function writeStamp(settings: Settings): Promise<void> {
  await writeFile(STAMP, JSON.stringify(stampFor(settings, Date.now())));
}

/** True where dist/ holds a finished build of these settings, and nothing that it was made from has changed since. */
export async function isBuilt(settings: Settings): Promise<boolean> {
  const stamp = await readStamp();
  if (!stamp) return false;
  const wanted = stampFor(settings, stamp.builtAtMs);
  if (JSON.stringify(stamp) !== JSON.stringify(wanted)) return false;
  const changes = await Promise.all([...INPUTS, settings.contentDir].map(lastChangeMs));
  return Math.max(...changes) < stamp.builtAtMs;
}

function stampFor({ contentDir, siteUrl, publicApi }: Settings, builtAtMs: number): Stamp {
  return { contentDir, siteUrl, publicApi, builtAtMs };
}

async function readStamp(): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(STAMP, 'utf8')) as Stamp;
  } catch {
    // No stamp, or half a stamp: there is no finished build.
    return undefined;
  }
}

/** The newest change of a file, or of anything in a folder; folders count too, because deleting a file changes them. */
async function lastChangeMs(path: string): Promise<number> {
  const { mtimeMs, isDirectory } = await stat(path).then(
    (found) => ({ mtimeMs: found.mtimeMs, isDirectory: found.isDirectory() }),
    () => ({ mtimeMs: Number.POSITIVE_INFINITY, isDirectory: false }),
  );
  if (!isDirectory) return mtimeMs;
  const names = await readdir(path);
  return Math.max(mtimeMs, ...(await Promise.all(names.map((name) => lastChangeMs(join(path, name))))));
}
