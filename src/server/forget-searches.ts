import { setImmediate } from 'node:timers/promises';
import type { Store } from './store.ts';

/** Few enough to keep nobody waiting who asks for a person meanwhile. */
const MOST_AT_ONCE = 500;

/**
 * Removes searches that were kept for longer than `keepFor` (ISO 8601, days or more), and says how many. `signal`
 * ends it early: what is left is removed the next time.
 */
export async function forgetSearches(
  store: Pick<Store, 'removeSearches'>,
  keepFor: string,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<number> {
  // Months have a length only in a calendar.
  const madeBefore = now.toZonedDateTimeISO('UTC').subtract(keepFor).toInstant();
  for (let forgotten = 0; ;) {
    const removed = await store.removeSearches(madeBefore, MOST_AT_ONCE);
    forgotten += removed;
    if (removed < MOST_AT_ONCE || signal.aborted) return forgotten;
    await setImmediate();
  }
}
