/** Name of the event; its detail is how much of a proof of work is done, from 0 to 1. */
export const PROOF_EVENT = 'handrail-proof';

/** Tells this page, or this worker, how much of a proof of work is done, from 0 to 1. */
export function tellProofProgress(part: number): void {
  globalThis.dispatchEvent(new CustomEvent(PROOF_EVENT, { detail: part }));
}
