import { PostgresAdapter, sql, type Insertable, type Kysely } from 'kysely';
import type { Added, Store, StoredEscalation } from '../store.ts';
import { CUSTOMER, UNASSIGNED } from './outbox-rows.ts';
import { fromEscalationRow, toEscalationRow, toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** Keeps an escalation and its outbox rows: on PostgreSQL in a single statement, which is a single way there and back. */
export function sqlAddEscalation(db: Kysely<Tables>): Store['addEscalation'] {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  return async (kept, { tellCustomer } = { tellCustomer: false }) => {
    const deliveries = deliveriesOf(kept, tellCustomer);
    if (isPostgres && deliveries.length > 0)
      return (await addedAtOnce(db, kept, deliveries)) ? { kind: 'added' } : taken(db, kept);
    return db.transaction().execute(async (transaction) => {
      // The insert comes first: it decides the race between equal keys, whatever the database.
      const added = await transaction
        .insertInto('escalations')
        .values(toEscalationRow(kept))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) return taken(transaction, kept);
      if (deliveries.length > 0) await transaction.insertInto('outbox').values(deliveries).execute();
      return { kind: 'added' };
    });
  };
}

/** The rows of the outbox refer to the escalation, which PostgreSQL looks at when the statement ends. */
async function addedAtOnce(
  db: Kysely<Tables>,
  kept: StoredEscalation,
  deliveries: readonly Delivery[],
): Promise<boolean> {
  const rows = await db
    .with('added', (cte) =>
      cte
        .insertInto('escalations')
        .values(toEscalationRow(kept))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    )
    .insertInto('outbox')
    .columns(['id', 'escalation_id', 'desk', 'created_at', 'state', 'attempts', 'next_at'])
    .expression((query) => {
      const [first, ...others] = deliveries.map(({ id, desk, created_at, state, attempts, next_at }) =>
        query
          .selectFrom('added')
          .select([
            sql<string>`${id}`.as('id'),
            'added.id as escalation_id',
            sql<string>`${desk}`.as('desk'),
            sql<string>`${created_at}`.as('created_at'),
            sql<typeof state>`${state}`.as('state'),
            sql<number>`${attempts}::integer`.as('attempts'),
            sql<string>`${next_at}`.as('next_at'),
          ]),
      );
      if (!first) throw new Error('An escalation without any delivery would reach nobody.');
      return others.reduce((all, other) => all.unionAll(other), first);
    })
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** A statement of its own, which sees what another one has committed meanwhile. */
async function taken(db: Kysely<Tables>, kept: StoredEscalation): Promise<Added> {
  const row = await db
    .selectFrom('escalations')
    .selectAll()
    .where('idempotency_key', '=', kept.idempotencyKey)
    .executeTakeFirst();
  return row ? { kind: 'key-taken', kept: fromEscalationRow(row) } : { kind: 'reference-taken' };
}

type Delivery = Required<
  Pick<Insertable<Tables['outbox']>, 'id' | 'escalation_id' | 'desk' | 'created_at' | 'next_at'>
> & {
  state: 'waiting';
  attempts: number;
};

/** Who joined an incident waits for its end, and no help desk hears of it. */
function deliveriesOf({ id, openedAt, state }: StoredEscalation, tellCustomer: boolean): Delivery[] {
  const at = toText(openedAt);
  const delivery = { escalation_id: id, created_at: at, state: 'waiting' as const, attempts: 0, next_at: at };
  return [
    ...(state === 'joined' ? [] : [{ ...delivery, id, desk: UNASSIGNED }]),
    ...(tellCustomer ? [{ ...delivery, id: `${id}-${CUSTOMER}`, desk: CUSTOMER }] : []),
  ];
}
