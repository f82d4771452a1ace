import type { Kysely, Selectable } from 'kysely';
import type { Outbox } from '../outbox.ts';
import { isKeepable } from './is-keepable.ts';
import { fromEscalationRow, toText } from './rows.ts';
import { BY_HAND, CUSTOMER, DONE, fromDeliveryRow, OPENING, UNASSIGNED } from './outbox-rows.ts';
import type { Tables } from './tables.ts';

type ForPeople =
  | 'escalationOfDelivery'
  | 'noteBounced'
  | 'outboxCounts'
  | 'waitingEscalations'
  | 'escalationByReference'
  | 'retryNow'
  | 'deliverByHand';

const NOT_DONE = ['waiting', 'retrying', 'needs-a-person'] as const;
const MOST_IDS = 1_000;

/** The part of the store that holds deliveries, as the people see it who wait for them or see to them. */
export function sqlWaiting(db: Kysely<Tables>): Pick<Outbox, ForPeople> {
  return {
    outboxCounts: async () => {
      const rows = await db
        .selectFrom('outbox')
        .select(['state', (count) => count.fn.countAll().as('count')])
        .where('state', 'in', NOT_DONE)
        .groupBy('state')
        .execute();
      const counted = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { waiting: counted('waiting'), retrying: counted('retrying'), needsAPerson: counted('needs-a-person') };
    },

    waitingEscalations: async () => {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('id', 'in', (waiting) =>
          waiting.selectFrom('outbox').select('outbox.escalation_id').where('outbox.state', 'in', NOT_DONE),
        )
        // Nobody is owed anything there; a letter on its way is none of the team's affair.
        .where('state', '!=', 'joined')
        .orderBy('promised_by')
        .orderBy('id')
        .execute();
      return withDeliveries(db, rows);
    },

    escalationByReference: async (reference) => {
      if (!isKeepable(reference)) return undefined;
      const rows = await db.selectFrom('escalations').selectAll().where('reference', '=', reference).execute();
      return (await withDeliveries(db, rows))[0];
    },

    escalationOfDelivery: async (id) => {
      const row = await db
        .selectFrom('escalations')
        .selectAll()
        .where('id', '=', (delivery) =>
          delivery.selectFrom('outbox').select('outbox.escalation_id').where('outbox.id', '=', id),
        )
        .executeTakeFirst();
      return row && fromEscalationRow(row);
    },

    noteBounced: async (id, reason, now) => {
      await db
        .updateTable('outbox')
        .set({ state: 'needs-a-person', last_reason: reason, alert_at: toText(now), alerted_at: null })
        .where('id', '=', id)
        .where('desk', '=', CUSTOMER)
        .where('state', '=', 'delivered')
        .execute();
    },

    retryNow: (reference, desks, now) =>
      db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom('outbox')
          .select(['id', 'escalation_id', 'event_id', 'desk', 'created_at'])
          .where('state', 'in', reference === undefined ? ['needs-a-person'] : NOT_DONE)
          .$if(reference !== undefined, (only) => only.where('escalation_id', 'in', idOf(transaction, reference ?? '')))
          .execute();
        const served = rows.filter(isServed);
        // Without desks to give it to anew, what is for another one is left to whoever has it.
        const others = desks.length === 0 ? [] : rows.filter((row) => !isServed(row));
        function isServed({ desk }: { desk: string }) {
          return desk === CUSTOMER || desks.includes(desk);
        }
        for (const { id } of served) {
          await transaction
            .updateTable('outbox')
            .set({ state: 'retrying', next_at: toText(now), alert_at: null, alerted_at: null })
            .where('id', '=', id)
            .where('state', '!=', 'delivered')
            .execute();
        }
        for (const { id, escalation_id, event_id, created_at, desk } of others.filter(
          (row) => row.desk !== UNASSIGNED,
        )) {
          await transaction.deleteFrom('outbox').where('id', '=', id).where('desk', '=', desk).execute();
          await transaction
            .insertInto('outbox')
            .values({
              id: event_id === OPENING ? escalation_id : event_id,
              escalation_id,
              event_id,
              created_at,
              state: 'waiting',
              attempts: 0,
              next_at: created_at,
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        return served.length + others.length;
      }),

    deliverByHand: async (reference, ticket) => {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ ...DONE, progress: BY_HAND, ticket_id: ticket, ticket_url: null })
        .where('escalation_id', 'in', idOf(db, reference))
        // Whoever takes over what a desk did not take has not written to the customer: letters on their way still go.
        .where((where) =>
          where.or([
            where('state', '=', 'needs-a-person'),
            where.and([where('state', '!=', 'delivered'), where('desk', '!=', CUSTOMER)]),
          ]),
        )
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
  };
}

function idOf(db: Kysely<Tables>, reference: string) {
  return db.selectFrom('escalations').select('escalations.id').where('reference', '=', reference);
}

async function withDeliveries(db: Kysely<Tables>, rows: readonly Selectable<Tables['escalations']>[]) {
  const kept: Selectable<Tables['outbox']>[] = [];
  // A statement takes only so many values.
  for (let start = 0; start < rows.length; start += MOST_IDS) {
    const ids = rows.slice(start, start + MOST_IDS).map(({ id }) => id);
    const outbox = db.selectFrom('outbox').selectAll().where('escalation_id', 'in', ids);
    kept.push(...(await outbox.orderBy('desk').execute()));
  }
  const byEscalation = Map.groupBy(kept, ({ escalation_id }) => escalation_id);
  return rows.map((row) => ({
    ...fromEscalationRow(row),
    deliveries: (byEscalation.get(row.id) ?? []).map(fromDeliveryRow),
  }));
}
