import { setTimeout } from 'node:timers/promises';
import type { Log } from './log.ts';
import { isStoreUnavailable } from './store.ts';

const UNAVAILABLE_MS = 5_000;

export type Pause = (ms: number) => Promise<void>;

/** Waits for so many milliseconds, or until the signal. */
export function pauseUntil(signal: AbortSignal): Pause {
  return async (ms) => {
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  };
}

/** Begins `work` again whenever it fails, until the signal. A mistake in one lane must not end the others. */
export async function keepOn(
  work: () => Promise<void>,
  lane: string,
  signal: AbortSignal,
  log: Log,
  pause: Pause,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      const event = isStoreUnavailable(error) ? 'store-unavailable' : 'delivering-broke';
      log(event, { lane, error: error instanceof Error ? error.name : typeof error });
      await pause(UNAVAILABLE_MS);
    }
  }
}
