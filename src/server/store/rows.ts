import type { Insertable, Selectable } from 'kysely';
import { CHANNELS, ESCALATION_STATES } from '../../schema/escalation.ts';
import type { EscalationAct } from '../../schema/escalation-event.ts';
import type { Packet } from '../../schema/packet.ts';
import type { StoredEvent } from '../conversation.ts';
import type { StoredEscalation, StoredSearch, StoredVote } from '../store.ts';
import type { Tables } from './tables.ts';

export function toEscalationRow({
  escalation,
  openedAt,
  promisedBy,
  promiseMadeAt,
  quarantined,
  ...kept
}: StoredEscalation): Insertable<Tables['escalations']> {
  return {
    id: kept.id,
    reference: kept.reference,
    idempotency_key: kept.idempotencyKey,
    body_hash: kept.bodyHash,
    token_hash: kept.tokenHash,
    article: escalation.article ?? null,
    version: escalation.version ?? null,
    audience: escalation.audience ?? null,
    channel: escalation.channel,
    name: escalation.name,
    email: escalation.email ?? null,
    phone: escalation.phone ?? null,
    good_time: escalation.goodTime ?? null,
    message: escalation.message,
    packet: JSON.stringify(escalation.packet),
    opened_at: toText(openedAt),
    promised_by: toText(promisedBy),
    state: kept.state,
    revision: kept.revision,
    promise_made_at: toText(promiseMadeAt),
    touched_at: toText(openedAt),
    quarantined: quarantined ? JSON.stringify(quarantined) : null,
    claimed_by: kept.claimedBy ?? null,
    follow_up_on: kept.followUpOn ?? null,
    joins: escalation.joins ? 1 : null,
    content_hash: escalation.contentHash ?? null,
  };
}

/**
 * Rows were checked at the door, so what a later Handrail would no longer take in can still be read. Throws where a
 * row was changed by hand into something that nobody knows.
 */
export function fromEscalationRow(row: Selectable<Tables['escalations']>): StoredEscalation {
  return {
    id: row.id,
    reference: row.reference,
    idempotencyKey: row.idempotency_key,
    bodyHash: row.body_hash,
    tokenHash: row.token_hash,
    openedAt: Temporal.Instant.from(row.opened_at),
    promiseMadeAt: Temporal.Instant.from(row.promise_made_at ?? row.opened_at),
    promisedBy: Temporal.Instant.from(row.promised_by),
    state: knownOf(ESCALATION_STATES, row.state, row.reference),
    revision: row.revision,
    ...(row.quarantined !== null && { quarantined: JSON.parse(row.quarantined) as string[] }),
    ...(row.claimed_by !== null && { claimedBy: row.claimed_by }),
    ...(row.follow_up_on !== null && { followUpOn: row.follow_up_on }),
    escalation: {
      article: row.article ?? undefined,
      version: row.version ?? undefined,
      audience: row.audience ?? undefined,
      channel: knownOf(CHANNELS, row.channel, row.reference),
      name: row.name,
      email: row.email ?? undefined,
      phone: row.phone ?? undefined,
      goodTime: row.good_time ?? undefined,
      message: row.message,
      packet: JSON.parse(row.packet) as Packet,
      ...(row.joins !== null && { joins: true }),
      ...(row.content_hash !== null && { contentHash: row.content_hash }),
    },
  };
}

export function toEventRow(
  { id, at, author, act }: StoredEvent,
  escalationId: string,
  idempotencyKey: string | undefined,
): Tables['events'] {
  const { kind, ...rest } = act;
  const { text, ...details } = { text: undefined, ...rest };
  return {
    id,
    escalation_id: escalationId,
    idempotency_key: idempotencyKey ?? null,
    at: toText(at),
    kind,
    author: author ?? null,
    text: text ?? null,
    details: JSON.stringify(details),
  };
}

export function fromEventRow({ id, at, kind, author, text, details }: Tables['events']): StoredEvent {
  const act = { kind, ...(text !== null && { text }), ...(JSON.parse(details) as object) } as EscalationAct;
  return { id, at: Temporal.Instant.from(at), ...(author !== null && { author }), act };
}

export function toVoteRow({ id, castAt, vote }: StoredVote): Tables['votes'] {
  return {
    id,
    article: vote.article,
    version: vote.version ?? null,
    audience: vote.audience ?? null,
    helpful: vote.helpful ? 1 : 0,
    reasons: JSON.stringify(vote.reasons),
    comment: vote.comment ?? null,
    reader: vote.reader,
    content_hash: vote.contentHash,
    created_at: toText(castAt),
    changed_at: toText(castAt),
  };
}

export function fromVoteRow(row: Tables['votes']): StoredVote {
  return {
    id: row.id,
    castAt: Temporal.Instant.from(row.changed_at),
    vote: {
      article: row.article,
      ...(row.version !== null && { version: row.version }),
      ...(row.audience !== null && { audience: row.audience }),
      helpful: row.helpful === 1,
      reasons: JSON.parse(row.reasons) as StoredVote['vote']['reasons'],
      ...(row.comment !== null && { comment: row.comment }),
      reader: row.reader,
      contentHash: row.content_hash,
    },
  };
}

export function toSearchRow({ id, searchedAt, search }: StoredSearch): Tables['searches'] {
  return {
    id,
    query: search.query,
    results: search.results,
    chosen: search.chosen ?? null,
    version: search.version ?? null,
    audience: search.audience ?? null,
    searched_at: toText(searchedAt),
    after_query: search.after ?? null,
  };
}

/** Whom a row is about, without what is not known. */
export function readerOf({ version, audience }: { version: string | null; audience: string | null }) {
  return { ...(version !== null && { version }), ...(audience !== null && { audience }) };
}

/** Always with milliseconds, so that the text sorts as the instants do. */
export function toText(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

function knownOf<Name extends string>(names: readonly Name[], written: string, reference: string): Name {
  const known = names.find((name) => name === written);
  if (known === undefined) throw new Error(`Escalation ${reference} has "${written}" in it, which nobody knows.`);
  return known;
}
