import type { Health } from '../schema/health.ts';
import { isStoreUnavailable, type Store } from './store.ts';

/** Whether an escalation can be taken right now, found out by writing, and how many are on their way to a person. */
export async function health(store: Store, now: Temporal.Instant): Promise<Health> {
  const isWritable = await succeeds(store.beat(now));
  const outbox = await store.outboxCounts().catch(nullIfUnavailable);
  const ok = isWritable && outbox !== null;
  return { ok, store: ok ? 'writable' : 'unavailable', outbox };
}

async function succeeds(attempt: Promise<void>): Promise<boolean> {
  return (await attempt.then(() => true).catch(nullIfUnavailable)) ?? false;
}

function nullIfUnavailable(error: unknown): null {
  if (isStoreUnavailable(error)) return null;
  throw error;
}
