import { pictureSources, type PictureSources } from '../pictures/picture-sources.ts';
import type { Logo, LookPicture, PictureFile } from '../schema/picture.ts';

/** The room that it has in the head of a page, in CSS pixels; a test holds it against src/components/Brand.astro. */
const ROOM = { width: 224, height: 32 };
/**
 * Sharp for whoever enlarges the page, and as high as search engines ask of a logo: 112 pixels
 * (https://developers.google.com/search/docs/appearance/structured-data/organization).
 */
const PIXELS_EACH_WAY = 3.5;

/** No logo needs more, wherever it is shown. */
export const LOGO_PIXELS_ACROSS = ROOM.width * PIXELS_EACH_WAY;

/** What stands in the `<picture>` of a logo; `img.src` is also for whoever shows it elsewhere. */
export function logoSources({ light, dark }: Logo): PictureSources {
  return pictureSources({ light: inHead(light), ...(dark && { dark: inHead(dark) }) });
}

/** A picture of a logo as large as it is shown, so that no larger copies of it are made than anybody sees. */
export function inHead({ file }: LookPicture): PictureFile {
  const scale = Math.min(ROOM.width / file.width, ROOM.height / file.height);
  const width = Math.max(1, Math.round(file.width * scale));
  const height = Math.max(1, Math.round(file.height * scale));
  if (file.kind === 'drawn') return { ...file, width, height };
  return { ...file, width, height, pixelWidth: Math.min(file.pixelWidth, Math.round(width * PIXELS_EACH_WAY)) };
}
