import { z } from 'zod';

const Names = z.array(z.string()).readonly();

/** What the build leaves beside the server about the files of the site. */
export const FileTags = z
  .record(z.string(), z.string())
  .readonly()
  .describe('A hash of what each file holds, by its path without a slash at the start.');
export type FileTags = z.infer<typeof FileTags>;

/** What only the build knows of the headers of the site: what stands in its pages, and whose players they show. */
export const BuiltFacts = z.object({
  inline: z
    .object({
      scripts: Names.describe('Hashes of the scripts that stand in pages.'),
      styles: Names.describe('Hashes of the styles that stand in pages.'),
    })
    .readonly()
    .describe('What stands in pages instead of in files.'),
  players: Names.describe('Origins of the players of other sites that videos are played with.'),
  pages: z
    .record(z.string(), Names)
    .readonly()
    .default({})
    .describe(
      'Names of built pages, such as `topics/files/index.html`, by the hashes of the styles that stand in them.',
    ),
});
export type BuiltFacts = z.infer<typeof BuiltFacts>;
