import sharp from 'sharp';
import { PREVIEW } from './preview.ts';

type Place = { fromStart: number; middle: number; isRightToLeft: boolean };

/** The picture of a page with the logo of its site, which comes as large as it is shown, in its own colours. */
export async function withLogo(picture: Buffer, logo: Buffer, place: Place): Promise<Buffer> {
  const { width, height } = await sharp(logo).metadata();
  const left = place.isRightToLeft ? PREVIEW.width - place.fromStart - width : place.fromStart;
  const top = place.middle - Math.round(height / 2);
  // Finding a palette for it would take ten times as long, and save bytes that only machines fetch.
  return sharp(picture)
    .composite([{ input: logo, left, top }])
    .png()
    .toBuffer();
}
