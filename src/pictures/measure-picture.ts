import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Metadata } from 'sharp';
import type { PictureFile } from '../schema/picture.ts';
import { readSvg } from './read-svg.ts';

const MOST_BYTES = 10_000_000;
const MOST_PIXELS = 20_000_000;

/** What sharp calls the formats that browsers show; an `heif` with AV1 in it is AVIF. */
const SHOWN = ['jpeg', 'png', 'webp', 'gif'];

export type Measured = PictureFile | { problem: string; fix: string; line?: number };

/** The picture at `path`, called `name`; or why readers cannot be shown it. The file is there. */
export async function measurePicture(path: string, name: string): Promise<Measured> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) {
    return {
      problem: `This picture weighs ${(size / 1_000_000).toFixed(1)} MB, and 10 MB are the most.`,
      fix: 'Save it smaller: nobody is shown more than 1280 pixels across.',
    };
  }
  const bytes = await readFile(path);
  const hash = hashOf(bytes);
  if (/\.svg$/i.test(name)) {
    const read = readSvg(bytes.toString('utf8'));
    return 'problem' in read ? read : { name, hash, kind: 'drawn', ...read };
  }
  const metadata = await metadataOf(bytes);
  const mistake = mistakeIn(metadata);
  if (mistake || !metadata) return mistake ?? NO_PICTURE;
  // Cameras note which side is up; here it is turned so.
  const { width, height } = metadata.autoOrient;
  // The dark twin of `menu@2x.png` is `menu@2x.dark.png`.
  const density = /@2x(\.dark)?\.\w+$/i.test(basename(name)) ? 2 : 1;
  return {
    name,
    hash,
    kind: 'pixels',
    width: Math.round(width / density),
    height: Math.round(height / density),
    pixelWidth: width,
  };
}

/** Another one for other bytes. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

const NO_PICTURE = {
  problem: 'This file is damaged, or no picture.',
  fix: 'Save it again as PNG, JPEG or SVG from the program that made it.',
};

/** Undefined for what is no picture. */
async function metadataOf(bytes: Buffer): Promise<Metadata | undefined> {
  // Loaded where there are pictures; it brings a library of its own.
  const { default: sharp } = await import('sharp');
  return sharp(bytes)
    .metadata()
    .catch(() => undefined);
}

function mistakeIn(metadata: Metadata | undefined): { problem: string; fix: string } | undefined {
  if (!metadata) return NO_PICTURE;
  const { format, compression, width, height, pages = 1 } = metadata;
  if (!SHOWN.includes(format) && !(format === 'heif' && compression === 'av1')) {
    return {
      problem: `Whatever its name says, this file is ${format.toUpperCase()}, which browsers do not show as a picture.`,
      fix: 'Save it as PNG (what was on a screen), JPEG (a photograph) or SVG (a drawing).',
    };
  }
  if (width * height > MOST_PIXELS) {
    return {
      problem: `This picture has ${Math.ceil((width * height) / 1_000_000)} megapixels, and 20 are the most.`,
      fix: 'Save it smaller: nobody is shown more than 1280 pixels across.',
    };
  }
  if (pages === 1) return undefined;
  return {
    problem: 'This picture moves, and readers could not stop it.',
    fix: 'Show it as a <Video>, which plays when it is asked to and has captions; or save one still of it.',
  };
}
