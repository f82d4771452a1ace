import { createHash } from 'node:crypto';
import type { LookPicture } from '../../schema/picture.ts';

/** Size that link previews are made for: https://ogp.me/, and 1.91:1 as those who show them crop. */
export const PREVIEW = { width: 1200, height: 630 } as const;

/** All that stands on the picture of a page. */
export type Preview = {
  title: string;
  /** Product and versions. */
  line: string;
  /** Name of the help centre, which stands there beside a star where it has no logo. */
  site: string;
  logo?: LookPicture;
  accent: readonly [red: number, green: number, blue: number];
  isRightToLeft: boolean;
};

/** Another one whenever previews are drawn otherwise, so that kept ones are drawn anew. */
const DRAWING = 2;

/** Names the picture by what is on it: pages that would show the same share one, and a new title has a new address. */
export function previewName(preview: Preview): string {
  const { title, line, site, logo, accent, isRightToLeft } = preview;
  const ofLogo = logo ? [logo.file.hash] : [];
  const drawn = JSON.stringify([DRAWING, title, line, site, accent, isRightToLeft, ...ofLogo]);
  return createHash('sha256').update(drawn).digest('hex').slice(0, 16);
}

/** The address of the picture within the site. */
export function previewAddress(preview: Preview): string {
  return `/previews/${previewName(preview)}.png`;
}
