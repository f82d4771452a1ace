import type { Picture, PictureFile } from '../schema/picture.ts';
import { COPIES, copiesOf, type PictureCopy } from './picture-copies.ts';

/** Attributes of a `<source>`, or of the `<img>`, as HTML names them. */
export type SourceAttributes = {
  srcset: string;
  sizes?: string;
  type?: string;
  media?: string;
  width: number;
  height: number;
};

/** What stands in a `<picture>`: the sources in the order of choice, and the `<img>` for whoever takes none of them. */
export type PictureSources = { sources: SourceAttributes[]; img: Partial<SourceAttributes> & { src: string } };

/** The widest that a picture is shown, and the space at both sides of the column on a telephone. */
const COLUMN_PX = 640;
const MARGINS = '2rem';

/** Addresses, formats and sizes of a picture. Its width and height are there before it is, so that nothing moves. */
export function pictureSources({ light, dark }: Pick<Picture, 'light' | 'dark'>): PictureSources {
  const [fallback, ...better] = sourcesOf(light).reverse();
  if (!fallback) throw new Error(`No copies are made of the picture ${light.name}.`);
  const { type: _type, ...img } = fallback;
  const first = img.srcset.split(' ')[0] ?? '';
  return {
    sources: [
      // Paper is light, whatever the reader likes on a screen.
      ...(dark
        ? sourcesOf(dark).map((source) => ({ ...source, media: 'screen and (prefers-color-scheme: dark)' }))
        : []),
      ...better.reverse(),
    ],
    img: img.sizes === undefined ? { src: first, width: img.width, height: img.height } : { src: first, ...img },
  };
}

/** One for each format, the smaller format first. */
function sourcesOf(file: PictureFile): SourceAttributes[] {
  const { width, height } = file;
  const shown = Math.min(width, COLUMN_PX);
  const sizes = `(min-width: calc(${shown}px + ${MARGINS})) ${shown}px, calc(100vw - ${MARGINS})`;
  const formats = Map.groupBy(copiesOf(file), ({ format }) => format);
  return [...formats].map(([format, copies]) => ({
    srcset: copies.map(candidate).join(', '),
    ...(format !== 'svg' && { sizes }),
    type: format === 'svg' ? 'image/svg+xml' : `image/${format}`,
    width,
    height,
  }));
}

function candidate(copy: PictureCopy): string {
  const address = `/${COPIES}/${copy.name}`;
  return copy.format === 'svg' ? address : `${address} ${copy.width}w`;
}
