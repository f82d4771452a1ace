import type { Escalation, EscalationState } from '../schema/escalation.ts';

/** An escalation as it was accepted. What was sent never changes any more; how it stands does. */
export type StoredEscalation = {
  id: string;
  reference: string;
  idempotencyKey: string;
  /** SHA-256 of the body as it was accepted. */
  bodyHash: string;
  /** SHA-256 of the token in the address of the status page; the token itself is not kept. */
  tokenHash: string;
  openedAt: Temporal.Instant;
  /** When the promise that is open, or the last one, was made, and by when. */
  promiseMadeAt: Temporal.Instant;
  promisedBy: Temporal.Instant;
  state: EscalationState;
  /** Counts changes, so that nobody overwrites one that they have not seen. */
  revision: number;
  /** Why it is kept apart until a person has looked at it. */
  quarantined?: readonly string[];
  /** Who of the team has taken it. */
  claimedBy?: string;
  /** Day (ISO 8601) on which somebody wants to look at it again. */
  followUpOn?: string;
  escalation: Escalation;
};
