import { z } from 'zod';

/** One thing that is wrong with a request, in words for the person who sent it. */
export const RequestError = z.object({
  field: z.string().describe('Name of the field, such as email or packet.searches[0].query; empty: the whole request.'),
  problem: z.string().describe('What is wrong.'),
  fix: z.string().describe('What to do.'),
});
export type RequestError = z.infer<typeof RequestError>;

/** Body of every answer that is not a success. */
export const RequestErrors = z.object({ errors: z.array(RequestError).min(1).describe('Everything that is wrong.') });
export type RequestErrors = z.infer<typeof RequestErrors>;
