import { z } from 'zod';

/** What one page of an article said, as plain text, under the hash to which votes are bound as well. */
export const ReadText = z.object({
  hash: z.string().describe('Hash of the content: changes when anything that is read changes.'),
  article: z.string().describe('Slug of the article.'),
  title: z.string().describe('Title of the article.'),
  summary: z.string().describe('Its sentence for search results.'),
  sections: z
    .array(
      z.object({
        heading: z.string().optional().describe('Heading above the section; the first has none.'),
        lines: z.array(z.string()).describe('Paragraphs, steps and rows, each on a line.'),
      }),
    )
    .describe('The text, in order.'),
});
export type ReadText = z.infer<typeof ReadText>;
