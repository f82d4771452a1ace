import { setImmediate } from 'node:timers/promises';
import type { Site } from '../schema/site.ts';
import type { Forgetting } from './forgetting.ts';

/** For how long each kind is kept (ISO 8601, days or more). */
export type Keeping = Pick<Site, 'keepSearchesFor' | 'keepRequestsFor' | 'keepVotesFor'>;

/** Few enough to keep nobody waiting who asks for a person meanwhile. */
const MOST_AT_ONCE = 500;

/**
 * Removes what was kept for longer than the site says, and gives how many of each kind. `signal` ends it early: what
 * is left is removed the next time.
 */
export async function forgetOutlived(
  store: Pick<Forgetting, 'removeSearches' | 'removeEscalations' | 'removeVotes'>,
  { keepSearchesFor, keepRequestsFor, keepVotesFor }: Keeping,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<{ searches: number; requests: number; votes: number }> {
  const batches = (remove: Remove, keepFor: string) => inBatches(remove, ago(keepFor, now), signal);
  return {
    searches: await batches(store.removeSearches, keepSearchesFor),
    requests: await batches(store.removeEscalations, keepRequestsFor),
    votes: await batches(store.removeVotes, keepVotesFor),
  };
}

type Remove = (before: Temporal.Instant, most: number) => Promise<number>;

async function inBatches(remove: Remove, before: Temporal.Instant, signal: AbortSignal): Promise<number> {
  let forgotten = 0;
  while (!signal.aborted) {
    const removed = await remove(before, MOST_AT_ONCE);
    forgotten += removed;
    if (removed < MOST_AT_ONCE) break;
    await setImmediate();
  }
  return forgotten;
}

/** Months have a length only in a calendar. */
function ago(keepFor: string, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO('UTC').subtract(keepFor).toInstant();
}
