import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './ask-rules.ts';
import { Identifier, VersionId } from './identifier.ts';
import { REASON_IDS } from './reasons.ts';
import { text } from './typed-text.ts';

const Reason = z.enum(REASON_IDS);

/** Why it did not help; ids of the form's own list, each once. */
export const Reasons = z
  .array(Reason)
  .max(50)
  .default([])
  .transform((reasons) => [...new Set(reasons)])
  .describe('Ids of reasons why it did not help.');

/** Body of `POST /api/votes`: a reader's yes or no on the page that they read. */
export const Vote = z.object({
  article: Identifier.describe('Slug of the article that was read.'),
  version: VersionId.optional().describe('Version of the product that the page was for.'),
  audience: Identifier.optional().describe('Kind of reader that the page was for.'),
  helpful: z.boolean().describe('true: it answered the question. false: it did not.'),
  reasons: Reasons,
  comment: text(MAX_TEXT_LENGTH).optional().meta({ label: 'Your comment', description: 'In the reader’s own words.' }),
  reader: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/, 'Send 8 to 64 letters, digits, hyphens or underscores, such as a random UUID.')
    .describe('A random id made in the browser, so that the same reader can change the vote.'),
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/, 'Send the hash that the page carries, as it is.')
    .describe('Hash of the content that was read; the page carries it.'),
});
export type Vote = z.infer<typeof Vote>;

/** Answer to a vote that was taken. */
export const VoteAnswer = z.object({
  id: z.string().describe('Id of the vote; the same when the reader changes it.'),
});
export type VoteAnswer = z.infer<typeof VoteAnswer>;
