import { z } from 'zod';
import { Identifier, VersionId } from './identifier.ts';
import { clipped } from './typed-text.ts';

/** A longer question is cut off here, perhaps in the middle of a word. */
export const MAX_QUERY_LENGTH = 500;

/** Body of `POST /api/searches`: what somebody searched for, sent without saying who. */
export const SearchLog = z.object({
  query: clipped(MAX_QUERY_LENGTH).describe('What was searched for.'),
  results: z.number().int().min(0).max(1_000_000).describe('How many results were shown.'),
  chosen: Identifier.optional().describe('Slug of the article that was opened from the results.'),
  version: VersionId.optional().describe('Version that the reader had chosen.'),
  audience: Identifier.optional().describe('Kind of reader that was chosen.'),
  after: clipped(MAX_QUERY_LENGTH)
    .optional()
    .describe('The search before, where this one came within two minutes and nothing had been opened in between.'),
});
export type SearchLog = z.infer<typeof SearchLog>;
