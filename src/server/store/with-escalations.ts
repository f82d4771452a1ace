import type { Kysely, Selectable } from 'kysely';
import type { StoredEvent } from '../conversation.ts';
import type { StoredEscalation } from '../stored-escalation.ts';
import { OPENING } from './outbox-rows.ts';
import { fromEscalationRow, fromEventRow } from './rows.ts';
import type { Tables } from './tables.ts';

type OutboxRow = Selectable<Tables['outbox']>;

/** Rows of the outbox with all that they are about, joined by `joined`, the longest due first. */
export async function withEscalations<Result>(
  db: Kysely<Tables>,
  rows: readonly OutboxRow[],
  joined: (
    row: OutboxRow,
    escalation: StoredEscalation,
    event: StoredEvent | undefined,
    earlier: readonly OutboxRow[],
  ) => Result,
): Promise<Result[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ escalation_id }) => escalation_id);
  const found = await db.selectFrom('escalations').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(found.map((row) => [row.id, fromEscalationRow(row)]));
  const events = await eventsIn(db, rows);
  const delivered = await deliveredBefore(db, rows);
  // What an update returns is in no order.
  const sorted = rows.toSorted((a, b) => (a.next_at + a.id < b.next_at + b.id ? -1 : 1));
  return sorted.flatMap((row) => {
    const escalation = byId.get(row.escalation_id);
    if (!escalation) return [];
    const earlier = delivered.filter(
      ({ escalation_id, desk, event_id }) =>
        escalation_id === row.escalation_id && desk === row.desk && event_id < row.event_id,
    );
    return [joined(row, escalation, events.get(row.event_id), earlier)];
  });
}

/** What was delivered of the escalations of those `rows` that hand over an event: their tickets are added to. */
async function deliveredBefore(db: Kysely<Tables>, rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
  const ids = rows.flatMap(({ event_id, escalation_id }) => (event_id === OPENING ? [] : [escalation_id]));
  if (ids.length === 0) return [];
  const delivered = db.selectFrom('outbox').selectAll().where('state', '=', 'delivered');
  return delivered.where('escalation_id', 'in', ids).orderBy('event_id').execute();
}

async function eventsIn(db: Kysely<Tables>, rows: readonly OutboxRow[]): Promise<Map<string, StoredEvent>> {
  const ids = rows.flatMap(({ event_id }) => (event_id === OPENING ? [] : [event_id]));
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom('events').selectAll().where('id', 'in', ids).execute();
  return new Map(found.map((row) => [row.id, fromEventRow(row)]));
}
