import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** How dark each pixel of some words, or of a drawing, is: 0 for nothing, 255 for full. */
export type Mask = { width: number; height: number; coverage: Uint8Array };

const FACE = 'Source Serif 4 SemiBold';
const FONT_FILE = '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf';

type Setting = { sizePx: number; maxWidth: number; spacing?: number };

/**
 * Words in our own typeface, broken into lines where they reach `maxWidth`. It has Latin, Greek and Cyrillic; other
 * scripts are set in what the machine has.
 */
export async function typeset(words: string, { sizePx, maxWidth, spacing = 0 }: Setting): Promise<Mask> {
  const text = asMarkup(words);
  if (text.trim() === '') return { width: 0, height: 0, coverage: new Uint8Array() };
  const { data, info } = await sharp({
    text: {
      text,
      font: `${FACE} ${sizePx}`,
      fontfile: fileURLToPath(import.meta.resolve(FONT_FILE)),
      width: maxWidth,
      // A point is a pixel then.
      dpi: 72,
      wrap: 'word-char',
      // Where a line of this script begins; from right to left that is the right.
      align: 'left',
      spacing,
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, coverage: data };
}

/** A drawing in SVG, without words in it. */
export async function drawn(svg: string): Promise<Mask> {
  const { data, info } = await sharp(Buffer.from(svg))
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, coverage: data };
}

/** Pango reads markup; a reader of titles sees none, and no control sign either. */
function asMarkup(words: string): string {
  const shown = words.replaceAll(/\p{Cc}+/gu, ' ');
  return shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
