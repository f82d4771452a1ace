import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from '../schema/challenge.ts';

const LONGEST_MS = 120_000;

/**
 * Does the work that the server asks for, and returns the header `altcha` that shows it; undefined where this browser
 * cannot (it lacks the means on a page without https). Each attempt is made outside this thread, so nothing freezes.
 * `onProgress` is told how much is done, from 0 to 1, a hundred times at most.
 */
export async function prove(challenge: Challenge, onProgress: (part: number) => void): Promise<string | undefined> {
  if (!(globalThis.crypto as Partial<Crypto>).subtle) return undefined;
  const { most } = challenge.parameters.data;
  const step = Math.ceil(most / 100);
  let tries = 0;
  const solution = await solveChallenge({
    challenge,
    timeout: LONGEST_MS,
    deriveKey: (...asked) => {
      if (tries++ % step === 0) onProgress(Math.min(1, tries / most));
      return deriveKey(...asked);
    },
  });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}
