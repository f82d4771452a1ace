import type { PictureFile } from '../schema/picture.ts';

/** The largest that a preview shows a logo, in pixels: some of them are wide, some high. */
export const LOGO_ROOM = { width: 448, height: 64 } as const;

/** A logo as large as link previews show it, as PNG. Throws for one that cannot be drawn. */
export async function scaledLogo(bytes: Buffer, kind: PictureFile['kind']): Promise<Buffer> {
  // Loaded where there is a logo; it brings a library of its own.
  const { default: sharp } = await import('sharp');
  // A drawing is made in the size that is asked for, however many units it counts in.
  return sharp(bytes, { limitInputPixels: kind === 'pixels' })
    .resize({ ...LOGO_ROOM, fit: 'inside', withoutEnlargement: kind === 'pixels' })
    .png()
    .toBuffer();
}
