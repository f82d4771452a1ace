import { randomUUIDv7 } from 'node:crypto';
import type { Vote } from '../schema/vote.ts';
import type { Store } from './store.ts';

/** Keeps a vote; the same reader on the same article changes it, and it keeps its id. */
export function recordVote(store: Store, vote: Vote, now: Temporal.Instant): Promise<{ id: string; changed: boolean }> {
  return store.putVote({ id: randomUUIDv7(), castAt: now, vote });
}
