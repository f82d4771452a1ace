/** A picture as it stands in a file, measured. */
export type PictureFile = {
  /** Path below the folder that it was found in (the content folder; for posters `public/`), with "/". */
  name: string;
  /** Of its bytes: another one as soon as anybody could see a difference. */
  hash: string;
  /** `drawn`: SVG, served as it is. `pixels`: all else, of which smaller copies are made. */
  kind: 'drawn' | 'pixels';
  /** Size in which it is shown where there is room, in CSS pixels. */
  width: number;
  height: number;
  /** Width in pixels; twice the one above where the name ends in `@2x`, or `@2x.dark`. Absent for `drawn`. */
  pixelWidth?: number;
};

/** A picture that an article shows, with the one that takes its place in the dark theme. */
export type Picture = {
  /** Its address as the article writes it. */
  written: string;
  light: PictureFile;
  dark?: PictureFile;
};
