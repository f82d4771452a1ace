import { isStoreUnavailable } from './store.ts';

const TRIES = 6;

/** What was sent should be noted also where the disk is full for a moment: else it would be sent twice. */
export async function patiently<Result>(
  note: () => Promise<Result>,
  pause: (ms: number) => Promise<void>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await note();
    } catch (error) {
      if (!isStoreUnavailable(error) || tries === TRIES) throw error;
      await pause(1000 * 2 ** (tries - 1));
    }
  }
}
