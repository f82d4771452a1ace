import sharp from 'sharp';
import { PREVIEW } from './preview.ts';

type Place = { fromStart: number; middle: number; isRightToLeft: boolean };

/** The largest that a logo is drawn: some of them are wide, some high. */
const ROOM = { width: 448, height: 64 };

/** The picture of a page with the logo of its site, in the logo's own colours. */
export async function withLogo(picture: Buffer, logo: Buffer, place: Place): Promise<Buffer> {
  const { data, info } = await sharp(logo)
    .resize({ ...ROOM, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = place.isRightToLeft ? PREVIEW.width - place.fromStart - info.width : place.fromStart;
  const top = place.middle - Math.round(info.height / 2);
  // Finding a palette for it would take ten times as long, and save bytes that only machines fetch.
  return sharp(picture)
    .composite([{ input: data, left, top }])
    .png()
    .toBuffer();
}
