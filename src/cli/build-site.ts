import { build } from 'astro';
import { setMode, type Settings } from '../server/settings.ts';
import { removeStamp, writeStamp } from './build-stamp.ts';

/** Builds the whole site into dist/. The time is taken before: a file that is saved meanwhile counts as not built. */
export async function buildSite(settings: Settings): Promise<void> {
  const begunAt = Temporal.Now.instant();
  await removeStamp();
  setMode('production');
  await build({ logLevel: 'warn' });
  await writeStamp(settings, begunAt);
}
