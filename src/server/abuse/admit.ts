import { BUDGETS, FREE_ESCALATIONS, SITE_BUDGET } from './budgets.ts';

/** What is known of an escalation that nobody has seen before. */
export type Signals = {
  /** A program can work for its place, and come again; a plain form cannot. */
  sender: 'form' | 'program';
  /** Something stands in the field that people never see. */
  isTrapFilled: boolean;
  /** It was sent sooner after its page was made than anybody types. */
  isTooFast: boolean;
  /** Whether it comes from a page of ours that was made within a day. */
  hasNonce: boolean;
  proof: 'good' | 'none';
  /** How many came before it within the window; absent where no budgets hold. */
  before?: { client: number; site: number };
};

export const QUARANTINE_REASONS = [
  'trap-filled',
  'too-fast',
  'no-page',
  'many-from-one-place',
  'many-at-once',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

export type Verdict =
  { kind: 'accept' } | { kind: 'quarantine'; reasons: QuarantineReason[] } | { kind: 'prove' } | { kind: 'refuse' };

/**
 * What becomes of an escalation. In doubt it is taken and set aside for a person to look at: only a flood from one
 * connection is refused, and a program that can do so is asked to work for its place.
 */
export function admit({ sender, isTrapFilled, isTooFast, hasNonce, proof, before }: Signals): Verdict {
  const isFlood = before !== undefined && before.client >= BUDGETS.escalations.most;
  if (isFlood) return { kind: 'refuse' };
  const isMuch = before !== undefined && before.client >= FREE_ESCALATIONS;
  const isCrowded = before !== undefined && before.site >= SITE_BUDGET.most;
  const isPressed = before !== undefined && before.site >= SITE_BUDGET.most / 2;
  if (sender === 'program') return (isMuch || isCrowded) && proof === 'none' ? { kind: 'prove' } : { kind: 'accept' };
  const reasons: QuarantineReason[] = [
    ...(isTrapFilled ? (['trap-filled'] as const) : []),
    ...(isTooFast ? (['too-fast'] as const) : []),
    ...(isMuch ? (['many-from-one-place'] as const) : []),
    ...(isCrowded ? (['many-at-once'] as const) : []),
    ...(isPressed && !hasNonce ? (['no-page'] as const) : []),
  ];
  return reasons.length > 0 ? { kind: 'quarantine', reasons } : { kind: 'accept' };
}
