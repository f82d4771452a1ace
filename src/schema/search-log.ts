import { z } from 'zod';
import { Identifier, VersionId } from './identifier.ts';
import { clipped } from './typed-text.ts';

/** Body of `POST /api/searches`: what somebody searched for, sent without saying who. */
export const SearchLog = z.object({
  query: clipped(500).describe('What was searched for.'),
  results: z.number().int().min(0).max(1_000_000).describe('How many results were shown.'),
  chosen: Identifier.optional().describe('Slug of the article that was opened from the results.'),
  version: VersionId.optional().describe('Version that the reader had chosen.'),
  audience: Identifier.optional().describe('Kind of reader that was chosen.'),
});
export type SearchLog = z.infer<typeof SearchLog>;
