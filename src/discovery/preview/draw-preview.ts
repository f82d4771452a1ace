import { indexedPng } from './indexed-png.ts';
import { PREVIEW, type Preview } from './preview.ts';
import { drawn, typeset, type Mask } from './typeset.ts';
import { withLogo } from './with-logo.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** As in src/styles/tokens.css, by day; a test holds them against it. */
export const PAPER: Colour = [0xfb, 0xf9, 0xf4];
export const INK: Colour = [0x1c, 0x1a, 0x17];

const MARGIN = 80;
const BAND_HEIGHT = 20;
const NAME_TOP = 72;
const LINE_BOTTOM = 88;
/** Room for the title, between the name of the site above and the line below. */
const TITLE = { top: 160, bottom: 480, maxWidth: PREVIEW.width - 2 * MARGIN };
/** The largest that leaves room is taken. */
const TITLE_SIZES = [84, 72, 62, 54, 46, 40] as const;
const MARK_SIZE = 44;

/** Places in the palette: paper, then shades from paper to ink, then shades from paper to the accent. */
const INK_SHADES = 9;
const ACCENT_SHADES = 6;
type Ramp = { first: number; shades: number };
const IN_INK: Ramp = { first: 1, shades: INK_SHADES };
const IN_ACCENT: Ramp = { first: 1 + INK_SHADES, shades: ACCENT_SHADES };

/**
 * The picture that stands for a page where somebody shares its address, as PNG of some 15 kB, or 40 with a logo. That
 * comes as `scaledLogo` makes it, and stands for the name of the site.
 */
export async function drawPreview(preview: Preview, logo?: Buffer): Promise<Buffer> {
  const { title, line, site, accent, isRightToLeft } = preview;
  const one = { maxWidth: TITLE.maxWidth - MARK_SIZE - 20 };
  const [below, large] = await Promise.all([typeset(line, { ...one, sizePx: 34 }), titleThatFits(title)]);
  const pixels = new Uint8Array(PREVIEW.width * PREVIEW.height);
  const put = (mask: Mask, fromStart: number, top: number, ramp: Ramp) => {
    const left = isRightToLeft ? PREVIEW.width - fromStart - mask.width : fromStart;
    place(pixels, mask, { left, top }, ramp);
  };
  const nameMiddle = NAME_TOP + Math.round(MARK_SIZE / 2);
  if (!logo) {
    const [mark, name] = await Promise.all([drawn(markOf(MARK_SIZE)), typeset(site, { ...one, sizePx: 36 })]);
    put(mark, MARGIN, NAME_TOP, IN_ACCENT);
    put(name, MARGIN + MARK_SIZE + 20, nameMiddle - Math.round(name.height / 2), IN_INK);
  }
  put(large, MARGIN, TITLE.top + Math.round((TITLE.bottom - TITLE.top - large.height) / 2), IN_INK);
  put(below, MARGIN, PREVIEW.height - LINE_BOTTOM - below.height, IN_ACCENT);
  pixels.fill(IN_ACCENT.first + ACCENT_SHADES - 1, PREVIEW.width * (PREVIEW.height - BAND_HEIGHT));
  const palette = [PAPER, ...shades(INK, INK_SHADES), ...shades(accent, ACCENT_SHADES)];
  const picture = indexedPng({ ...PREVIEW, palette, pixels });
  return logo ? withLogo(picture, logo, { fromStart: MARGIN, middle: nameMiddle, isRightToLeft }) : picture;
}

async function titleThatFits(title: string): Promise<Mask> {
  let set: Mask | undefined;
  for (const sizePx of TITLE_SIZES) {
    set = await typeset(title, { sizePx, maxWidth: TITLE.maxWidth, spacing: -Math.round(sizePx / 12) });
    // Three lines at most: a title is to be taken in at a glance, also where it is shown as large as a stamp.
    if (set.height <= Math.min(TITLE.bottom - TITLE.top, sizePx * 3.8) && set.width <= TITLE.maxWidth) return set;
  }
  if (!set) throw new Error('There is no size to set a title in.');
  return cropped(set, TITLE.bottom - TITLE.top);
}

/** What is too long even in the smallest size ends at its last whole row. */
function cropped({ width, height, coverage }: Mask, maxHeight: number): Mask {
  const rows = Math.min(height, maxHeight);
  return { width, height: rows, coverage: coverage.subarray(0, width * rows) };
}

/** The sign of every page. */
function markOf(sizePx: number): string {
  const path = 'M12 2 14.2 9.8 22 12 14.2 14.2 12 22 9.8 14.2 2 12 9.8 9.8Z';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}" viewBox="0 0 24 24"><path d="${path}"/></svg>`;
}

function place(pixels: Uint8Array, mask: Mask, at: { left: number; top: number }, { first, shades }: Ramp): void {
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) {
      const shade = Math.round(((mask.coverage[y * mask.width + x] ?? 0) / 255) * shades);
      const [column, row] = [at.left + x, at.top + y];
      if (shade === 0 || column < 0 || column >= PREVIEW.width || row < 0 || row >= PREVIEW.height) continue;
      pixels[row * PREVIEW.width + column] = first + shade - 1;
    }
  }
}

/** From nearly paper to `colour` itself. */
function shades(colour: Colour, count: number): Colour[] {
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / count;
    const mix = (channel: 0 | 1 | 2) => Math.round(PAPER[channel] + (colour[channel] - PAPER[channel]) * share);
    return [mix(0), mix(1), mix(2)];
  });
}
