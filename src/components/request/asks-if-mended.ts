import type { EscalationState } from '../../schema/escalation.ts';

/** Whether the customer has got what they asked for, as far as we know, so that the page asks them about it. */
export function asksIfMended(state: EscalationState): boolean {
  return state === 'answered' || state === 'resolved';
}
