import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ContentSummary } from '../articles/content-summary.ts';
import type { Incident } from '../articles/incidents.ts';
import { PUBLIC_DIR } from '../files/public-dir.ts';
import type { Settings } from '../server/settings.ts';

const STAMP = 'dist/stamp.json';
const SUMMARY = 'dist/content-summary.json';
const INPUTS = ['src', PUBLIC_DIR, 'astro.config.mjs', 'package-lock.json'];

type BuildSettings = Pick<Settings, 'contentDir' | 'siteUrl' | 'publicApi'>;

/** What a build was made from: the settings that pages depend on, and when it began to read. */
type Stamp = BuildSettings & { begunAtMs: number };

/** Marks the build in `root` as finished. What was saved after `begunAt` may not be in it. */
export async function writeStamp(settings: BuildSettings, begunAt: Temporal.Instant, root = '.'): Promise<void> {
  await writeFile(join(root, STAMP), JSON.stringify(stampFor(settings, begunAt.epochMilliseconds)));
}

/** So that a build that fails half-way is not taken for the one before. */
export async function removeStamp(root = '.'): Promise<void> {
  await rm(join(root, STAMP), { force: true });
}

/**
 * True where dist/ holds a finished build of these settings, nothing that it was made from has changed since, and no
 * version has lost its support, which pages say as well.
 */
export async function isBuilt(settings: BuildSettings, now: Temporal.Instant, root = '.'): Promise<boolean> {
  const stamp = await readJson<Stamp>(join(root, STAMP));
  const summary = await readJson<Pick<ContentSummary, 'supportEnds'>>(join(root, SUMMARY));
  if (!stamp || !summary) return false;
  if (JSON.stringify(stamp) !== JSON.stringify(stampFor(settings, stamp.begunAtMs))) return false;
  const begunAt = Temporal.Instant.fromEpochMilliseconds(stamp.begunAtMs);
  if (summary.supportEnds.some((day) => isOver(day, now) && !isOver(day, begunAt))) return false;
  const inputs = [...INPUTS.map((name) => join(root, name)), settings.contentDir];
  const changes = await Promise.all(inputs.map(lastChangeMs));
  return Math.max(...changes) < stamp.begunAtMs;
}

/** The content folder of the finished build in `root`; undefined where there is none. */
export async function builtContentDir(root = '.'): Promise<string | undefined> {
  return (await readJson<Stamp>(join(root, STAMP)))?.contentDir;
}

/** Incidents as the build of `contentDir` in `root` tells them; undefined where there is no such build. */
export async function builtIncidents(contentDir: string, root = '.'): Promise<readonly Incident[] | undefined> {
  const builtFrom = (await builtContentDir(root)) ?? contentDir;
  if (resolve(root, builtFrom) !== resolve(root, contentDir)) return undefined;
  return (await readJson<Pick<ContentSummary, 'incidents'>>(join(root, SUMMARY)))?.incidents;
}

function stampFor({ contentDir, siteUrl, publicApi }: BuildSettings, begunAtMs: number): Stamp {
  return { contentDir, siteUrl, publicApi, begunAtMs };
}

/** Days are those of UTC, as on the pages. */
function isOver(day: string, at: Temporal.Instant): boolean {
  return day < at.toString().slice(0, 10);
}

async function readJson<Written>(path: string): Promise<Written | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Written;
  } catch {
    // Not there, or only half of it: there is no finished build.
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
