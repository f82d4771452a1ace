import type { QuarantineReason } from './admit.ts';

const WORDS: Readonly<Record<QuarantineReason, string>> = {
  'trap-filled': 'a field was filled in that people do not see',
  'too-fast': 'it was sent within two seconds',
  'no-page': 'much came in, and this came from no page of ours',
  'many-from-one-place': 'several came from the same connection',
  'many-at-once': 'very much came in at once',
};

/** Why a request was set apart, for the team. A later Handrail may have had reasons that this one does not know. */
export function reasonsInWords(reasons: readonly string[]): string {
  return reasons.map((reason) => (reason in WORDS ? WORDS[reason as QuarantineReason] : reason)).join('; ');
}
