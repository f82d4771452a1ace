import { z } from 'zod';

const count = z.number().int();

/** A word that readers use for an article, and that the article does not have. */
export const KeywordProposal = z.object({
  slug: z.string(),
  file: z.string().describe('File to whose keywords it would be added.'),
  keyword: z.string().describe('As it was typed most often, in lower case.'),
  times: count.describe('How often it was asked with this word.'),
  opened: count.describe('Searches with it from whose results the article was opened.'),
  openedLater: count.describe(
    'Searches with it that were asked again in other words, and then the article was opened.',
  ),
  solved: count.describe('Requests for a person that the article solved, and before which it was searched for.'),
  question: z.string().describe('One question with it, the most frequent, without personal details.'),
});
export type KeywordProposal = z.infer<typeof KeywordProposal>;
