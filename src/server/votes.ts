import type { Vote } from '../schema/vote.ts';
import { newId } from './new-id.ts';
import type { Store } from './store.ts';

/** Keeps a vote; the same reader on the same article changes it, and it keeps its id. */
export function recordVote(store: Store, vote: Vote, now: Temporal.Instant): Promise<{ id: string; changed: boolean }> {
  return store.putVote({ id: newId(), castAt: now, vote });
}
