import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { PictureFile } from '../schema/picture.ts';

/** One file that the build writes for a picture. `name` carries a hash, so what it names is the same for ever. */
export type PictureCopy =
  { name: string; format: 'svg' } | { name: string; format: 'avif' | 'webp'; width: number; quality: number };

/** In what format a copy is, and how wide. */
export type CopySize = { format: 'svg' } | { format: 'avif' | 'webp'; width: number };

/** Where copies are served; the rules for what never changes and what is kept offline hold there. */
export const COPIES = '_astro';

/** The column of text is some 640 CSS pixels wide: on plain screens, and on those with twice the pixels. */
const WIDTHS = [640, 1280];
/** As they look about the same; PNG, JPEG and the like go into both. */
const QUALITIES = { avif: 60, webp: 82 } as const;

/** The files to make of a picture: an SVG as it is, all else as AVIF and WebP, never larger than it came. */
export function copiesOf(file: PictureFile): PictureCopy[] {
  if (file.kind === 'drawn') return [copyAt(file, { format: 'svg' })];
  return (['avif', 'webp'] as const).flatMap((format) =>
    widthsOf(file).map((width) => copyAt(file, { format, width })),
  );
}

/** One copy of a picture, of any width. */
export function copyAt(file: PictureFile, size: CopySize): PictureCopy {
  const start = startOf(file);
  if (size.format === 'svg') return { name: `${start}.svg`, ...size };
  return { name: `${start}-${size.width}.${size.format}`, ...size, quality: QUALITIES[size.format] };
}

/** A width that is hardly smaller than the next saves nobody anything. */
function widthsOf({ pixelWidth }: Extract<PictureFile, { kind: 'pixels' }>): number[] {
  const widest = Math.min(pixelWidth, Math.max(...WIDTHS));
  return [...WIDTHS.filter((width) => width * 1.25 < widest), widest];
}

/** All copies of a picture begin with it, so that offline one may stand for another: src/offline/copies-of-pictures.ts. */
function startOf({ name, hash }: PictureFile): string {
  const mark = createHash('sha256')
    .update(JSON.stringify([hash, QUALITIES]))
    .digest('hex')
    .slice(0, 10);
  return `${stemOf(name)}.${mark}`;
}

/** What copies of a file are called; `srcset` is split at spaces and commas, so it keeps to what needs no quoting. */
export function stemOf(name: string): string {
  return posix
    .basename(name)
    .replace(/\.\w+$/, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-');
}
