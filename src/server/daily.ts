import type { Log } from './log.ts';
import { isStoreUnavailable } from './store.ts';

const ONE_DAY_MS = 86_400_000;

/**
 * Does `work` now, and again each day until it is stopped, which waits for what is under way to heed the signal. When
 * it fails, that is logged and readers are served all the same: tomorrow is another day. Keeps no process alive.
 */
export function daily(work: (signal: AbortSignal) => Promise<unknown>, log: Log): { stop: () => Promise<unknown> } {
  const stopping = new AbortController();
  const attempt = () => work(stopping.signal).catch((error: unknown) => log('daily-work-failed', withoutWords(error)));
  let underWay = attempt();
  const timer = setInterval(() => (underWay = attempt()), ONE_DAY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      stopping.abort();
      return underWay;
    },
  };
}

/** What stands in an error of ours could be what somebody wrote; the store's own says only what the disk says. */
function withoutWords(error: unknown): { error: string; reason?: string } {
  if (isStoreUnavailable(error)) return { error: error.name, reason: error.message };
  return { error: error instanceof Error ? error.name : typeof error };
}
