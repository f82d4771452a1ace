import { sql, type Kysely, type Transaction } from 'kysely';
import type { Channel } from '../../schema/site.ts';
import type { Conversation, EndedPromise, EscalationChange } from '../conversation.ts';
import { CUSTOMER, DONE, OPENING, UNASSIGNED } from './outbox-rows.ts';
import { fromEventRow, toEventRow, toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** The part of the store that holds what happens with escalations after they were taken in. */
export function sqlConversation(db: Kysely<Tables>): Conversation {
  return {
    change: async (change) => {
      try {
        return await db.transaction().execute((transaction) => changed(transaction, change));
      } catch (error) {
        // The transaction had to be undone, so this could not be returned from within.
        if (error instanceof ChangedMeanwhile) return { kind: 'changed-meanwhile' };
        throw error;
      }
    },

    eventsOf: async (escalationId) => {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('escalation_id', '=', escalationId)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(fromEventRow);
    },

    promiseCounts: async (since, now) => {
      const ended = await db
        .selectFrom('promises')
        .select(['channel', 'ending'])
        .select(sql<number>`sum(case when ended_at <= promised_by then 1 else 0 end)`.as('intime'))
        .select((count) => count.fn.countAll().as('all'))
        .where('ended_at', '>=', toText(since))
        .groupBy(['channel', 'ending'])
        .execute();
      const late = await db
        .selectFrom('escalations')
        .select(['channel', (count) => count.fn.countAll().as('all')])
        .where('state', '=', 'waiting')
        .where('promised_by', '<', toText(now))
        .where('quarantined', 'is', null)
        .groupBy('channel')
        .execute();
      const channels = [...new Set([...ended, ...late].map(({ channel }) => channel))].sort();
      return channels.map((channel) => {
        const ofChannel = ended.filter((row) => row.channel === channel);
        const inTime = (ending: EndedPromise['ending']) =>
          Number(ofChannel.find((row) => row.ending === ending)?.intime ?? 0);
        return {
          channel: channel as Channel,
          kept: inTime('answered'),
          // However it ended: to move a promise that is over, or to need it no more, does not keep it.
          missed: ofChannel.reduce((late, { all, intime }) => late + Number(all) - Number(intime), 0),
          moved: inTime('moved'),
          open: Number(late.find((row) => row.channel === channel)?.all ?? 0),
        };
      });
    },
  };
}

class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
}

async function changed(
  transaction: Transaction<Tables>,
  change: EscalationChange,
): Promise<{ kind: 'changed' | 'key-taken' }> {
  const { escalationId, event, ended } = change;
  // The insert comes first: it decides the race between equal keys, whatever the database.
  const added = await transaction
    .insertInto('events')
    .values(toEventRow(event, escalationId, change.idempotencyKey))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return { kind: 'key-taken' };
  const { numUpdatedRows } = await transaction
    .updateTable('escalations')
    .set({
      state: change.state,
      revision: change.revision + 1,
      promised_by: toText(change.promisedBy),
      promise_made_at: toText(change.promiseMadeAt),
      touched_at: toText(change.touchedAt),
      ...(isNewPromise(change) && { reminded_at: null }),
      ...columnsOf(change),
    })
    .where('id', '=', escalationId)
    .where('revision', '=', change.revision)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) throw new ChangedMeanwhile();
  if (ended) {
    await transaction
      .insertInto('promises')
      .values({
        id: event.id,
        escalation_id: escalationId,
        channel: ended.channel,
        made_at: toText(ended.madeAt),
        promised_by: toText(ended.promisedBy),
        ended_at: toText(ended.endedAt),
        ending: ended.ending,
      })
      .execute();
  }
  // Whoever answered or resolved it here has taken what waited for somebody to look.
  if (ended?.ending === 'answered') {
    await transaction
      .updateTable('outbox')
      .set({ ...DONE, ticket_id: event.author ?? 'answered here', ticket_url: null })
      .where('escalation_id', '=', escalationId)
      .where('desk', '=', UNASSIGNED)
      .execute();
  }
  await tell(transaction, change);
  return { kind: 'changed' };
}

function isNewPromise({ promiseMadeAt, event, ended }: EscalationChange): boolean {
  return ended?.ending === 'moved' || Temporal.Instant.compare(promiseMadeAt, event.at) === 0;
}

function columnsOf({ event: { act, author } }: EscalationChange) {
  switch (act.kind) {
    case 'claimed':
      return { claimed_by: author ?? null };
    case 'handed-over':
      return { claimed_by: act.to ?? null };
    case 'follow-up-set':
      return { follow_up_on: act.on ?? null };
    case 'released':
      return { quarantined: null };
    default:
      return {};
  }
}

/** Deliveries of an event go to the desks that have the escalation, or wait with it for one. */
async function tell(
  transaction: Transaction<Tables>,
  { escalationId, event, state, tell }: EscalationChange,
): Promise<void> {
  const desks = tell.includes('help-desks')
    ? await transaction
        .selectFrom('outbox')
        .select('desk')
        .where('escalation_id', '=', escalationId)
        .where('event_id', '=', OPENING)
        .where('desk', '!=', CUSTOMER)
        .orderBy('desk')
        .execute()
    : [];
  const isFirst = tell.includes('help-desks') && desks.length === 0 && state === 'waiting';
  // Nobody had to hear of it until now, as of one who joined an incident: the request itself goes first.
  if (isFirst) await insert(transaction, escalationId, OPENING, [UNASSIGNED], event.at);
  const places = [
    ...(isFirst ? [UNASSIGNED] : desks.map(({ desk }) => desk)),
    ...(tell.includes('customer') ? [CUSTOMER] : []),
  ];
  if (places.length > 0) await insert(transaction, escalationId, event.id, places, event.at);
}

async function insert(
  transaction: Transaction<Tables>,
  escalationId: string,
  eventId: string,
  desks: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  const id = eventId === OPENING ? escalationId : eventId;
  await transaction
    .insertInto('outbox')
    .values(
      desks.map((desk) => ({
        id: desk === UNASSIGNED ? id : `${id}-${desk}`,
        escalation_id: escalationId,
        event_id: eventId,
        desk,
        created_at: toText(at),
        state: 'waiting' as const,
        attempts: 0,
        next_at: toText(at),
      })),
    )
    .execute();
}
