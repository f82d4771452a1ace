import type { Escalation, EscalationState } from '../schema/escalation.ts';

/** An escalation as it was accepted; nothing of it changes any more but its state. */
export type StoredEscalation = {
  id: string;
  reference: string;
  idempotencyKey: string;
  /** SHA-256 of the body as it was accepted. */
  bodyHash: string;
  /** SHA-256 of the token in the address of the status page; the token itself is not kept. */
  tokenHash: string;
  openedAt: Temporal.Instant;
  promisedBy: Temporal.Instant;
  state: EscalationState;
  escalation: Escalation;
};
