import type { Log } from './log.ts';
import { isStoreUnavailable } from './store.ts';

const ONE_DAY_MS = 86_400_000;

/**
 * Does `work` once, and again each day until it is stopped. When it fails, that is logged and readers are served all
 * the same: tomorrow is another day. Keeps no process alive.
 */
export async function daily(work: () => Promise<unknown>, log: Log): Promise<{ stop: () => void }> {
  const attempt = () => work().catch((error: unknown) => log('daily-work-failed', nameOf(error)));
  await attempt();
  const timer = setInterval(() => void attempt(), ONE_DAY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** What stands in an error of ours could be what somebody wrote; the store's own says only what the disk says. */
function nameOf(error: unknown): { error: string; reason?: string } {
  if (isStoreUnavailable(error)) return { error: error.name, reason: error.message };
  return { error: error instanceof Error ? error.name : typeof error };
}
