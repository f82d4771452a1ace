import { z } from 'zod';
import { clipped, lastOf } from './typed-text.ts';
import { Reasons } from './vote.ts';

/** Parts of an escalation that the reader can strike out before it is sent. */
export const PACKET_PARTS = [
  'article',
  'searches',
  'visited',
  'steps',
  'choices',
  'moment',
  'vote',
  'browser',
] as const;
export type PacketPart = (typeof PACKET_PARTS)[number];

const count = z.number().int().min(0).max(1_000_000);

/** What a reader did before asking for a person. Lists are in the order of doing; the oldest entries fall out first. */
export const Packet = z.object({
  searches: lastOf(
    z.object({
      query: clipped(500).describe('What was searched for.'),
      results: count.describe('How many results were shown.'),
    }),
    50,
  ).describe('Searches of this visit.'),
  visited: lastOf(clipped(200), 100).describe('Slugs of the articles that were opened in this visit.'),
  steps: lastOf(
    z.object({
      text: clipped(1_000).describe('Text of the step.'),
      done: z.boolean().describe('Whether the reader ticked it off.'),
    }),
    200,
  ).describe('Steps of the article, ticked off or not.'),
  choices: lastOf(
    z.object({
      question: clipped(500).describe('Question of the choice.'),
      answer: clipped(500).describe('Answer that the reader chose.'),
    }),
    100,
  ).describe('Choices made in the article.'),
  moment: z
    .object({
      video: clipped(200).describe('Id of the video.'),
      second: z.number().min(0).max(1_000_000).describe('Second at which it stood.'),
    })
    .optional()
    .describe('Where the reader stopped a video.'),
  vote: z
    .object({
      helpful: z.boolean().describe('The answer to "Did this answer your question?".'),
      reasons: Reasons,
      comment: clipped(20_000).optional().describe('Comment on the article.'),
    })
    .optional()
    .describe('Vote on the article in this visit.'),
  browser: clipped(300).optional().describe('Browser and system, such as "Firefox 145 on Windows".'),
});
export type Packet = z.infer<typeof Packet>;
