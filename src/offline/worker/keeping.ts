import { cacheNames } from '../cache-names.ts';
import type { OfflineBuild } from '../offline-build.ts';
import type { Shelf } from './shelf.ts';

/** What everything in the worker works with. */
export type Keeping = {
  build: OfflineBuild;
  /** Address of the site within its host, with a slash at both ends. */
  base: string;
  names: ReturnType<typeof cacheNames>;
  shelf: Shelf;
  fetch: (address: string | Request, options?: RequestInit) => Promise<Response>;
  nowMs: () => number;
  pause: (lengthMs: number) => Promise<void>;
  /** The reader has asked to be spared every byte that is not needed. */
  isSavingData: () => boolean;
  /** Bytes that may still be kept, as far as the browser says. */
  roomBytes: () => Promise<number>;
};

/** Keeps the worker alive until `work` is done. Whoever waits for an answer does not wait for it. */
export type WaitUntil = (work: Promise<unknown>) => void;

/** How many files are fetched at once for later: a line that a reader uses is not filled with what nobody asked for. */
const LANES = 3;

/** Does `work` for each of `names`, a few at a time, and stops where it comes to false. */
export async function forEach(names: readonly string[], work: (name: string) => Promise<boolean>): Promise<boolean> {
  const waiting = [...names];
  let goesOn = true;
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined && goesOn; name = waiting.shift()) {
      goesOn = (await work(name)) && goesOn;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return goesOn;
}
