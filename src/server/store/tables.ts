import type { Generated } from 'kysely';
import type { OutboxState } from '../outbox.ts';

/**
 * Rows as they lie in the database, in types that every database has: instants are ISO 8601 in UTC with
 * milliseconds, so that their text sorts as they do; lists and groups are JSON; yes and no are 1 and 0.
 */
export type Tables = {
  votes: {
    id: string;
    article: string;
    version: string | null;
    audience: string | null;
    helpful: 0 | 1;
    reasons: string;
    comment: string | null;
    reader: string;
    content_hash: string;
    created_at: string;
    changed_at: string;
  };
  escalations: {
    id: string;
    reference: string;
    idempotency_key: string;
    body_hash: string;
    token_hash: string;
    article: string | null;
    version: string | null;
    audience: string | null;
    channel: string;
    name: string;
    email: string | null;
    phone: string | null;
    good_time: string | null;
    message: string;
    packet: string;
    opened_at: string;
    promised_by: string;
    state: string;
    revision: Generated<number>;
    promise_made_at: string | null;
    /** When anything last happened with it. */
    touched_at: string | null;
    quarantined: string | null;
    claimed_by: string | null;
    follow_up_on: string | null;
    reminded_at: string | null;
    /** Until when one server has the reminder, and alone may send it. */
    remind_until: string | null;
    missed_told_at: string | null;
    /** 1: it joined the incident that `article` names; otherwise nothing. */
    joins: 1 | null;
    content_hash: string | null;
  };
  events: {
    id: string;
    escalation_id: string;
    idempotency_key: string | null;
    at: string;
    kind: string;
    author: string | null;
    text: string | null;
    details: string;
  };
  promises: {
    id: string;
    escalation_id: string;
    channel: string;
    made_at: string;
    promised_by: string;
    ended_at: string;
    ending: string;
  };
  outbox: {
    id: string;
    escalation_id: string;
    created_at: string;
    state: OutboxState;
    attempts: number;
    next_at: string;
    last_reason: string | null;
    /** Empty: no help desk, so a person has to look for it. */
    desk: Generated<string>;
    first_tried_at: string | null;
    lease_token: string | null;
    lease_until: string | null;
    may_be_there: Generated<0 | 1>;
    progress: Generated<string>;
    ticket_id: string | null;
    ticket_url: string | null;
    alert_at: string | null;
    alerted_at: string | null;
    /** Empty: the escalation itself; otherwise what came after it. */
    event_id: Generated<string>;
  };
  /** Of addresses only what the secret makes of them is kept. */
  addresses: { hash: string; confirmed_at: string };
  address_letters: { mailbox: string; kind: string; letter_id: string; claimed_at: string };
  read_texts: { hash: string; text: string; kept_at: string };
  searches: {
    id: string;
    query: string;
    results: number;
    chosen: string | null;
    version: string | null;
    audience: string | null;
    searched_at: string;
    after_query: string | null;
  };
  limits: { bucket: string; starts_at: string; ends_at: string; times: number };
  used_challenges: { id: string; ends_at: string };
  heartbeat: { id: number; beat_at: string; ballast: string };
};
