import { z } from 'zod';

/** Of every picture that stands in a file. */
const inFile = {
  name: z
    .string()
    .min(1)
    .describe('Path below the folder that it was found in (the content folder; for posters `public/`), with "/".'),
  hash: z.string().describe('Of its bytes: another one as soon as anybody could see a difference.'),
  width: z.int().positive().describe('Width in which it is shown where there is room, in CSS pixels.'),
  height: z.int().positive().describe('Height that goes with it.'),
};

/** A picture as it stands in a file, measured. */
export const PictureFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drawn').describe('SVG, served as it is.'), ...inFile }),
  z.strictObject({
    kind: z.literal('pixels').describe('All else, of which smaller copies are made.'),
    ...inFile,
    pixelWidth: z
      .int()
      .positive()
      .describe('Width in pixels; twice the one above where the name ends in `@2x`, or `@2x.dark`.'),
  }),
]);
export type PictureFile = z.infer<typeof PictureFile>;

/** A picture that an article shows, with the one that takes its place in the dark theme. */
export const Picture = z.strictObject({
  written: z.string().min(1).describe('Its address as the article writes it.'),
  light: PictureFile.describe('What is shown, by day and where there is no other.'),
  dark: PictureFile.optional().describe('What takes its place in the dark theme.'),
});
export type Picture = z.infer<typeof Picture>;

/** A picture that `site.yaml` names. */
export const LookPicture = z.strictObject({
  folder: z.enum(['content', 'public']).describe('Where it lies: beside site.yaml, or below public/.'),
  file: PictureFile.describe('What lies there.'),
});
export type LookPicture = z.infer<typeof LookPicture>;

/** The logo of a site as it was found. */
export const Logo = z.strictObject({
  light: LookPicture.describe('What is shown, by day and where there is no other.'),
  dark: LookPicture.optional().describe('What takes its place in the dark theme.'),
});
export type Logo = z.infer<typeof Logo>;
