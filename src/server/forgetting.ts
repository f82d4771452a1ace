import type { KeptDelivery } from './outbox.ts';
import type { StoredEscalation } from './stored-escalation.ts';

/** What is removed: after its time, or because somebody asked for it. Part of the store. */
export type Forgetting = {
  /** Removes searches that were made before `madeBefore`, at most `most` of them, and says how many. */
  removeSearches(madeBefore: Temporal.Instant, most: number): Promise<number>;
  /** Removes votes that were last changed before `castBefore`, at most `most` of them, and says how many. */
  removeVotes(castBefore: Temporal.Instant, most: number): Promise<number>;
  /**
   * Removes escalations with which nothing happened since `touchedBefore`, with their events and deliveries, at most
   * `most` of them, and says how many. One that waits for an answer stays until every delivery of it is done, unless
   * it is in quarantine, where nobody looked for it all that time. How promises were kept stays, and names nobody.
   */
  removeEscalations(touchedBefore: Temporal.Instant, most: number): Promise<number>;
  /** Everything that people wrote, in order of its id, behind `afterId` ('' for the first), at most `most` at once. */
  escalationsInFull(afterId: string, most: number): Promise<EscalationInFull[]>;
  commentsOfVotes(afterId: string, most: number): Promise<WrittenText[]>;
  wordsOfSearches(afterId: string, most: number): Promise<WrittenText[]>;
  /** Removes these at once or not at all; of votes only what was written, so that they go on counting. */
  forget(ids: Forgotten): Promise<void>;
};

/** With what was added to it later, and where it was delivered. */
export type EscalationInFull = StoredEscalation & { added: string[]; deliveries: KeptDelivery[] };

export type WrittenText = { id: string; text: string };

export type Forgotten = {
  escalations: readonly string[];
  comments: readonly string[];
  searches: readonly string[];
};
