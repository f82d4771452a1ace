import { setApart } from '../../strings/en/desk.ts';
import type { QuarantineReason } from './admit.ts';

const WORDS: Readonly<Record<QuarantineReason, string>> = setApart.reasons;

/** Why a request was set apart, for the team. A later Handrail may have had reasons that this one does not know. */
export function reasonsInWords(reasons: readonly string[]): string {
  return setApart.all(reasons.map((reason) => (reason in WORDS ? WORDS[reason as QuarantineReason] : reason)));
}
