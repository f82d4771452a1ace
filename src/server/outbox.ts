import type { Progress, Ticket } from '../help-desks/help-desk.ts';
import type { OutboxCounts } from '../schema/health.ts';
import type { StoredEvent } from './conversation.ts';
import type { StoredEscalation } from './stored-escalation.ts';

export const OUTBOX_STATES = ['waiting', 'retrying', 'needs-a-person', 'delivered'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** How far an escalation is on its way to one desk; without a desk it waits for a person who looks for it. */
export type KeptDelivery = {
  id: string;
  desk?: string;
  state: OutboxState;
  attempts: number;
  lastReason?: string;
  ticket?: Ticket;
  /** A person noted that they took it over; the ticket is what they called it. */
  isByHand?: true;
};

export type WaitingEscalation = StoredEscalation & { deliveries: KeptDelivery[] };

/** A delivery that this worker alone may try until its lease ends. */
export type DueDelivery = {
  id: string;
  desk: string;
  /** Number of this attempt, from 1. */
  attempts: number;
  createdAt: Temporal.Instant;
  firstTriedAt: Temporal.Instant;
  /** An earlier attempt may have reached the desk: it timed out, or nobody lived to note how it ended. */
  mayBeThere: boolean;
  progress: Progress;
  /** Whether the team has heard of it through another channel, or is about to. */
  hasAlerted: boolean;
  escalation: StoredEscalation;
  /** What came after the escalation, and is to be handed over now; absent: the escalation itself. */
  event?: StoredEvent;
  /** With an event: the tickets that this desk made of what came before it, in order. */
  tickets?: readonly Ticket[];
  /** Where it has made none: what a person called the place where they took it over. */
  takenOverAs?: string;
};

export type Lease = { token: string; now: Temporal.Instant; until: Temporal.Instant };

/** How an attempt ended, as it is kept. `alert`: the team has to hear of it through another channel. */
export type Ended = { reason: string; mayBeThere: boolean; progress: Progress; alert: boolean } & (
  { state: 'retrying'; nextAt: Temporal.Instant } | { state: 'needs-a-person' }
);

export type DueAlert = { id: string; desk: string; reason: string; state: OutboxState; escalation: StoredEscalation };

/** Escalations on their way to help desks, one delivery per escalation and desk. Part of the store. */
export type Outbox = {
  /**
   * Makes a delivery to each of `desks` for escalations that have none yet, at most `most` at once, and says for how
   * many. Escalations that came before a help desk was set up are delivered too.
   */
  assignDesks(desks: readonly string[], now: Temporal.Instant, most: number): Promise<number>;
  /** Marks what is due since `dueBefore` for desks other than `desks` as needing a person; says how many. */
  markStranded(desks: readonly string[], reason: string, dueBefore: Temporal.Instant): Promise<number>;
  /** Leases deliveries to `desk` that are due, each to one worker only, the longest due first. */
  leaseDue(desk: string, lease: Lease, most: number): Promise<DueDelivery[]>;
  /** Notes the ticket. Gives the one that was noted before, where another worker was first. */
  noteDelivered(id: string, ticket: Ticket): Promise<Ticket | undefined>;
  /** Notes that an attempt ended without a ticket; false where the lease is somebody else's by now. */
  noteEnded(id: string, leaseToken: string, ended: Ended, now: Temporal.Instant): Promise<boolean>;
  /** Takes alerts that are due, and puts them off until `until`, in case they cannot be sent. */
  takeAlerts(now: Temporal.Instant, until: Temporal.Instant, most: number): Promise<DueAlert[]>;
  noteAlerted(id: string, now: Temporal.Instant): Promise<void>;
  /** The escalation that a delivery is about. */
  escalationOfDelivery(id: string): Promise<StoredEscalation | undefined>;
  /** Notes that a letter which had been sent did not arrive: a person has to see to it, and the team is told. */
  noteBounced(id: string, reason: string, now: Temporal.Instant): Promise<void>;
  outboxCounts(): Promise<OutboxCounts>;
  /** Escalations with a delivery that is not done, the most urgent promise first. */
  waitingEscalations(): Promise<WaitingEscalation[]>;
  escalationByReference(reference: string): Promise<WaitingEscalation | undefined>;
  /**
   * Makes deliveries due at once: those of one escalation, or without a reference all that need a person. Where their
   * desk is none of `desks`, they are given to those anew. Says how many.
   */
  retryNow(reference: string | undefined, desks: readonly string[], now: Temporal.Instant): Promise<number>;
  /**
   * Notes that a person took over what was not delivered, under `ticket`; says how many deliveries that ended. Letters to
   * the customer that are on their way still go.
   */
  deliverByHand(reference: string, ticket: string): Promise<number>;
};
