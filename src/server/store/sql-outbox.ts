import { PostgresAdapter, sql, type ExpressionBuilder, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Outbox } from '../outbox.ts';
import { toText } from './rows.ts';
import { CUSTOMER, DONE, fromDueRow, OPENING, ticketIn, UNASSIGNED } from './outbox-rows.ts';
import type { Tables } from './tables.ts';
import { withEscalations } from './with-escalations.ts';

/** No wait is as long as this: a time further ahead was written before the clock was set back. */
const CLOCK_WAS_SET_BACK = { hours: 25 };

type ForWorkers =
  'assignDesks' | 'markStranded' | 'leaseDue' | 'noteDelivered' | 'noteEnded' | 'takeAlerts' | 'noteAlerted';

/** What is kept apart is handed to nobody until a person has looked at it. */
const quarantined = (query: ExpressionBuilder<Tables, 'outbox'>) =>
  query.selectFrom('escalations').select('escalations.id').where('quarantined', 'is not', null);

/** To one desk, what happened with an escalation goes in the order in which it happened: ids of events do so too. */
const earlierUndone = (query: ExpressionBuilder<Tables, 'outbox'>) =>
  query
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .whereRef('earlier.escalation_id', '=', 'outbox.escalation_id')
    .whereRef('earlier.desk', '=', 'outbox.desk')
    .whereRef('earlier.event_id', '<', 'outbox.event_id')
    .where('earlier.state', 'in', ['waiting', 'retrying']);

/** The part of the store that holds deliveries, as the workers that make them see it. */
export function sqlOutbox(db: Kysely<Tables>): Pick<Outbox, ForWorkers> {
  return {
    assignDesks: (desks, now, most) =>
      db.transaction().execute(async (transaction) => {
        const unassigned = await withoutWaiting(transaction, transaction.selectFrom('outbox'))
          .select(['id', 'escalation_id', 'event_id', 'created_at'])
          .where('desk', '=', UNASSIGNED)
          .where('state', '!=', 'delivered')
          .where('escalation_id', 'not in', quarantined)
          .orderBy('created_at')
          .limit(most)
          .execute();
        if (unassigned.length === 0 || desks.length === 0) return 0;
        const rows = unassigned.flatMap(({ escalation_id, event_id, created_at }) =>
          // In one order everywhere, so that two workers never wait for each other's rows.
          [...desks].sort().map((desk) => ({
            id: `${event_id === OPENING ? escalation_id : event_id}-${desk}`,
            escalation_id,
            event_id,
            desk,
            created_at,
            state: 'waiting' as const,
            attempts: 0,
            next_at: toText(now),
          })),
        );
        await transaction
          .insertInto('outbox')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const ids = unassigned.map(({ id }) => id);
        await transaction.deleteFrom('outbox').where('id', 'in', ids).where('desk', '=', UNASSIGNED).execute();
        return unassigned.length;
      }),

    markStranded: async (desks, reason, dueBefore) => {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ state: 'needs-a-person', last_reason: reason, alert_at: toText(dueBefore) })
        .where('desk', 'not in', [...desks, UNASSIGNED])
        .where('escalation_id', 'not in', quarantined)
        .where('state', 'in', ['waiting', 'retrying'])
        .where('next_at', '<', toText(dueBefore))
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    leaseDue: (desk, { token, now, until }, most) =>
      db.transaction().execute(async (transaction) => {
        const [nowText, farAhead] = [toText(now), toText(now.add(CLOCK_WAS_SET_BACK))];
        const rows = await transaction
          .with('due', (cte) =>
            withoutWaiting(transaction, cte.selectFrom('outbox'))
              .select('id')
              .where('desk', '=', desk)
              .where('escalation_id', 'not in', quarantined)
              .where('state', 'in', ['waiting', 'retrying'])
              // A letter that has to wait for its turn must not hold up an answer that somebody wrote.
              .$if(desk !== CUSTOMER, (ordered) =>
                ordered.where((where) =>
                  where.or([where('event_id', '=', OPENING), where.not(where.exists(earlierUndone))]),
                ),
              )
              .where((where) =>
                // What was never tried is due whatever the clock says: it may have been set back since.
                where.or([
                  where('state', '=', 'waiting'),
                  where('next_at', '<=', nowText),
                  where('next_at', '>', farAhead),
                ]),
              )
              .where((where) =>
                where.or([
                  where('lease_until', 'is', null),
                  where('lease_until', '<=', nowText),
                  where('lease_until', '>', farAhead),
                ]),
              )
              .orderBy('next_at')
              .orderBy('id')
              .limit(most),
          )
          .updateTable('outbox')
          .set(({ ref }) => ({
            attempts: sql<number>`${ref('attempts')} + 1`,
            first_tried_at: sql<string>`coalesce(${ref('first_tried_at')}, ${nowText})`,
            // A lease that nobody ended: whoever had it died, perhaps after the desk had taken it.
            may_be_there: sql<0 | 1>`case when ${ref('lease_token')} is null then ${ref('may_be_there')} else 1 end`,
            lease_token: token,
            lease_until: toText(until),
          }))
          .where('id', 'in', (due) => due.selectFrom('due').select('due.id'))
          .returningAll()
          .execute();
        return withEscalations(transaction, rows, fromDueRow);
      }),

    noteDelivered: (id, ticket) =>
      db.transaction().execute(async (transaction) => {
        const noted = await transaction
          .updateTable('outbox')
          .set({ ...DONE, ticket_id: ticket.id, ticket_url: ticket.url ?? null })
          .where('id', '=', id)
          .where('state', '!=', 'delivered')
          .returning('id')
          .executeTakeFirst();
        if (noted) return undefined;
        const before = await transaction.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
        return before && ticketIn(before);
      }),

    noteEnded: async (id, leaseToken, ended, now) => {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({
          state: ended.state,
          last_reason: ended.reason,
          may_be_there: ended.mayBeThere ? 1 : 0,
          progress: JSON.stringify(ended.progress),
          lease_token: null,
          lease_until: null,
          ...(ended.state === 'retrying' && { next_at: toText(ended.nextAt) }),
          // Having told of a delay is not having told of a rejection.
          ...(ended.alert && { alert_at: toText(now), alerted_at: null }),
        })
        .where('id', '=', id)
        .where('lease_token', '=', leaseToken)
        .where('state', '!=', 'delivered')
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows) === 1;
    },

    takeAlerts: (now, until, most) =>
      db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .with('due', (cte) =>
            withoutWaiting(transaction, cte.selectFrom('outbox'))
              .select('id')
              .where('alert_at', 'is not', null)
              .where('alerted_at', 'is', null)
              .where((where) =>
                where.or([
                  where('alert_at', '<=', toText(now)),
                  where('alert_at', '>', toText(now.add(CLOCK_WAS_SET_BACK))),
                ]),
              )
              .orderBy('alert_at')
              .limit(most),
          )
          .updateTable('outbox')
          .set({ alert_at: toText(until) })
          .where('id', 'in', (due) => due.selectFrom('due').select('due.id'))
          .returningAll()
          .execute();
        return withEscalations(transaction, rows, ({ id, desk, state, last_reason }, escalation) => ({
          id,
          desk,
          state,
          reason: last_reason ?? '',
          escalation,
        }));
      }),

    noteAlerted: async (id, now) => {
      await db
        .updateTable('outbox')
        .set({ alert_at: null, alerted_at: toText(now) })
        .where('id', '=', id)
        .execute();
    },
  };
}

/** PostgreSQL has a lock for each row, and passes over those that another worker holds; SQLite has one for all. */
function withoutWaiting<DB, TB extends keyof DB, O>(
  db: Kysely<Tables>,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return db.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate().skipLocked() : query;
}
