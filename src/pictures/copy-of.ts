import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT, keptFile } from '../files/kept-file.ts';
import type { PictureCopy } from './picture-copies.ts';

/** A copy of the picture at `path`, made at most once: its name says what it is made from. */
export async function copyOf(path: string, copy: PictureCopy, folder = `${KEPT}/pictures`): Promise<Buffer> {
  if (copy.format === 'svg') return readFile(path);
  return keptFile(join(folder, copy.name), () => encoded(path, copy));
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
