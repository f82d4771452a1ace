import { z } from 'zod';
import { Day, Identifier, VersionId } from './identifier.ts';

/** `not="5"` of a <For> is a range of versions, so an audience is told apart by its first sign. */
const AudienceId = Identifier.regex(/^[a-z]/, 'Begin it with a letter: what begins with a digit is read as a version.');

/** One entry of `content/audiences.yaml`: a kind of reader. */
export const Audience = z.strictObject({
  id: AudienceId.describe('Stands in addresses as for-<id>.'),
  title: z.string().min(1).describe('What the reader chooses: "At home".'),
  summary: z.string().min(1).describe('One sentence in which readers recognise themselves.'),
});
export type Audience = z.infer<typeof Audience>;

/** One entry of `content/topics.yaml`: a way into the articles. */
export const Topic = z.strictObject({
  id: Identifier.describe('Stands in addresses: /topics/<id>/.'),
  title: z.string().min(1).describe('In the words of customers.'),
  summary: z.string().min(1).describe('One sentence.'),
});
export type Topic = z.infer<typeof Topic>;

export const Version = z.strictObject({
  id: VersionId.describe('Stands in addresses and in semver ranges: "5" counts as 5.0.0, "4.2" as 4.2.0.'),
  label: z.string().min(1).describe('What customers call it: "Sync 5".'),
  released: Day.describe('The day it came out.'),
  supportEnds: Day.optional().describe('The last day on which its problems are mended.'),
  upgrade: Identifier.optional().describe('Slug of the article that says how to move on from this version.'),
});
export type Version = z.infer<typeof Version>;

/** `content/products/<id>.yaml`: what the company supports, newest version first. */
export const Product = z.strictObject({
  title: z.string().min(1).describe('Name of the product.'),
  summary: z.string().min(1).describe('One sentence on what it is.'),
  audiences: z
    .array(Identifier)
    .min(1)
    .describe('Kinds of readers it has; the first is shown where the reader has not chosen.'),
  versions: z.array(Version).min(1).describe('Newest first.'),
});
export type Product = z.infer<typeof Product> & { id: string };
