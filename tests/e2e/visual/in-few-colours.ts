import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Byte of a PNG that says how its colours are written, and the value for "by a palette": https://www.w3.org/TR/png-3/ */
const COLOUR_TYPE_AT = 25;
const BY_PALETTE = 3;

/** Writes a screen in 256 colours, a third of its bytes; false where it is so already. */
export async function inFewColours(file: string): Promise<boolean> {
  const picture = await readFile(file);
  if (picture[COLOUR_TYPE_AT] === BY_PALETTE) return false;
  // Dots of two colours in the place of a third would be counted as changes.
  const settings = { palette: true, dither: 0, effort: 10, compressionLevel: 9 };
  await writeFile(file, await sharp(picture).png(settings).toBuffer());
  return true;
}
