import type { Channel } from '../schema/site.ts';
import type { EscalationState } from '../schema/escalation.ts';
import type { EscalationAct } from '../schema/escalation-event.ts';

/** Something that happened with an escalation. `author` is who of the team did it; the customer has no name here. */
export type StoredEvent = { id: string; at: Temporal.Instant; author?: string; act: EscalationAct };

export type EscalationChange = {
  escalationId: string;
  /** The revision that was seen by whoever made the change. */
  revision: number;
  event: StoredEvent;
  /** Names the change for ever, so that a form that is sent twice is kept once. */
  idempotencyKey?: string;
  state: EscalationState;
  /** When this came to be known: the event itself may be of before. */
  touchedAt: Temporal.Instant;
  /** The promise that is open afterwards. */
  promisedBy: Temporal.Instant;
  promiseMadeAt: Temporal.Instant;
  /** The promise that this change ended, or replaced. */
  ended?: EndedPromise;
  /** Who has to be told, through the outbox. */
  tell: readonly ('help-desks' | 'customer')[];
};

export type EndedPromise = {
  channel: Channel;
  madeAt: Temporal.Instant;
  promisedBy: Temporal.Instant;
  endedAt: Temporal.Instant;
  ending: 'answered' | 'not-needed' | 'moved';
};

export type Changed = { kind: 'changed' | 'key-taken' | 'changed-meanwhile' };

/**
 * How promises that ended within a period were kept: `missed` ended after their time, however they ended, `moved` before
 * it; `open` ones are late and still not answered.
 */
export type PromiseCount = { channel: Channel; kept: number; missed: number; moved: number; open: number };

/** What happens with escalations after they were taken in. Part of the store. */
export type Conversation = {
  /** Notes an event with all that follows from it, or nothing: where another change came first, or its key is known. */
  change(change: EscalationChange): Promise<Changed>;
  /** Everything that happened, in order. */
  eventsOf(escalationId: string): Promise<StoredEvent[]>;
  /** Promises by channel: those that ended since `since`, and those that are open and late at `now`. */
  promiseCounts(since: Temporal.Instant, now: Temporal.Instant): Promise<PromiseCount[]>;
};
