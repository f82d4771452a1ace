import type { Kysely } from 'kysely';
import type { Escalation } from '../schema/escalation.ts';
import type { SearchLog } from '../schema/search-log.ts';
import type { Vote } from '../schema/vote.ts';
import type { Addresses } from './addresses.ts';
import type { Conversation } from './conversation.ts';
import type { InboxStore } from './desk/inbox.ts';
import type { Forgetting } from './forgetting.ts';
import type { InsightsStore } from './insights-store.ts';
import type { Joins } from './incidents/joins.ts';
import type { Limits } from './limits.ts';
import type { Outbox } from './outbox.ts';
import type { ReadTexts } from './read-texts.ts';
import type { Reminders } from './reminders.ts';
import type { Members } from './sign-in/members.ts';
import type { Passkeys } from './sign-in/passkeys.ts';
import type { Tries } from './sign-in/tries.ts';
import type { StoredEscalation } from './stored-escalation.ts';
import type { Tables } from './store/tables.ts';

export type { WaitingEscalation } from './outbox.ts';
export type { StoredEscalation } from './stored-escalation.ts';

/** Where votes and escalations are kept. What a method has answered is on disk, and survives the loss of power. */
export type Store = Outbox &
  Conversation &
  InsightsStore &
  InboxStore &
  Reminders &
  Addresses &
  Members &
  Passkeys &
  Tries &
  Joins &
  ReadTexts &
  Forgetting &
  Limits & {
    /**
     * Keeps an escalation and its outbox rows, all or none. One key is kept once, for ever: `key-taken` gives the
     * escalation that has it. A reference that another one has already is `reference-taken`: try a new one.
     * `tellCustomer`: the outbox has a letter to the customer too.
     */
    addEscalation(escalation: StoredEscalation, options?: { tellCustomer: boolean }): Promise<Added>;
    escalationById(id: string): Promise<StoredEscalation | undefined>;
    escalationByTokenHash(tokenHash: string): Promise<StoredEscalation | undefined>;
    /** Keeps a vote, or changes the one that the same reader cast on the same article. */
    putVote(vote: StoredVote): Promise<{ id: string; changed: boolean }>;
    /** Votes that say no, the latest first, at most `most` of them. */
    unhelpfulVotes(most: number): Promise<StoredVote[]>;
    addSearch(search: StoredSearch): Promise<void>;
    /** What was searched for within `period`; searches that are the same, letter by letter, are counted together. */
    searchCounts(period: Period): Promise<SearchCount[]>;
    /** What people had searched for who asked for a person within `period`, without the people. */
    searchesBeforeEscalations(period: Period): Promise<SearchesBeforeEscalation[]>;
    /** For better-auth, which asks for its own tables itself. */
    database: { db: Kysely<Tables>; type: 'sqlite' | 'postgres' };
    /** Writes a row for good, at most once a second, to see whether that can be done. */
    beat(now: Temporal.Instant): Promise<void>;
    close(): Promise<void>;
  };

export type Added = { kind: 'added' } | { kind: 'key-taken'; kept: StoredEscalation } | { kind: 'reference-taken' };

export type StoredVote = { id: string; castAt: Temporal.Instant; vote: Vote };
export type StoredSearch = { id: string; searchedAt: Temporal.Instant; search: SearchLog };

/** From `since` up to, but not including, `until`. */
export type Period = { since: Temporal.Instant; until: Temporal.Instant };

export type SearchCount = Omit<SearchLog, 'results'> & {
  /** Whether there were results. */
  found: boolean;
  times: number;
  latestAt: Temporal.Instant;
};

export type SearchesBeforeEscalation = Pick<Escalation, 'article' | 'version' | 'audience'> & {
  openedAt: Temporal.Instant;
  searches: Escalation['packet']['searches'];
};

/** Thrown by every method when the store cannot be reached, read or written: disk full, input or output failed. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** By its name: a server that is built holds its own copy of the class, and the store may have been opened outside it. */
export function isStoreUnavailable(error: unknown): error is StoreUnavailable {
  return error instanceof Error && error.name === 'StoreUnavailable';
}
