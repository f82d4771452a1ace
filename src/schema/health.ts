import { z } from 'zod';

/** Escalations on their way to a person, counted by where they stand. */
export const OutboxCounts = z.object({
  waiting: z.number().int().describe('Not tried yet.'),
  retrying: z.number().int().describe('Tried, and will be tried again.'),
  needsAPerson: z.number().int().describe('Cannot be delivered without somebody’s help.'),
});
export type OutboxCounts = z.infer<typeof OutboxCounts>;

/** Answer of `GET /api/health`. */
export const Health = z.object({
  ok: z.boolean().describe('Whether an escalation can be taken right now.'),
  store: z.enum(['writable', 'unavailable']).describe('Whether a row was written a moment ago.'),
  outbox: OutboxCounts.nullable().describe('null: the store cannot even be read.'),
});
export type Health = z.infer<typeof Health>;
