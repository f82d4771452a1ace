import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureCopy } from './picture-copies.ts';

/** Between builds; whatever clears away installed packages clears it too, and it is made anew. */
export const CACHE = 'node_modules/.cache/handrail/pictures';

/**
 * The path of a copy of the picture at `path`, made where there is none yet. Its name says all that it was made from,
 * so what lies in the cache is never out of date.
 */
export async function copyInCache(path: string, copy: PictureCopy, cache = CACHE): Promise<string> {
  if (copy.format === 'svg') return path;
  const kept = join(cache, copy.name);
  if (await isThere(kept)) return kept;
  await mkdir(cache, { recursive: true });
  // Another build may be making the same one: whole files alone bear the name.
  const begun = `${kept}.${randomUUID()}`;
  try {
    await writeFile(begun, await encoded(path, copy));
    await rename(begun, kept);
  } finally {
    await rm(begun, { force: true });
  }
  return kept;
}

/** Puts a copy where it is served. */
export async function placeCopy(path: string, copy: PictureCopy, folder: string, cache = CACHE): Promise<void> {
  await copyFile(await copyInCache(path, copy, cache), join(folder, copy.name));
}

/** Nothing but the picture: the place at which a photograph was taken, and the camera, are left out. */
async function encoded(path: string, { format, width, quality }: Exclude<PictureCopy, { format: 'svg' }>) {
  const { default: sharp } = await import('sharp');
  const picture = sharp(await readFile(path))
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  // Text on a screen has coloured edges, which must not be blurred.
  return format === 'avif'
    ? picture.avif({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
    : picture.webp({ quality, smartSubsample: true }).toBuffer();
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
