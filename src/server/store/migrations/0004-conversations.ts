import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What happens with an escalation after it was taken in: events, promises that ended, deliveries of each event. */
export const conversations: Migration = {
  async up(db: Kysely<unknown>) {
    const escalations = () => db.schema.alterTable('escalations');
    await escalations()
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await escalations().addColumn('promise_made_at', 'text').execute();
    await escalations().addColumn('touched_at', 'text').execute();
    await escalations().addColumn('quarantined', 'text').execute();
    await escalations().addColumn('claimed_by', 'text').execute();
    await escalations().addColumn('follow_up_on', 'text').execute();
    await escalations().addColumn('reminded_at', 'text').execute();
    await db.schema
      .createIndex('escalations_by_promise')
      .on('escalations')
      .columns(['state', 'promised_by', 'id'])
      .execute();
    await db.schema
      .createTable('events')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('escalation_id', 'text', (column) => column.notNull().references('escalations.id'))
      .addColumn('idempotency_key', 'text', (column) => column.unique())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('author', 'text')
      .addColumn('text', 'text')
      .addColumn('details', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('events_by_escalation').on('events').columns(['escalation_id', 'at', 'id']).execute();
    await db.schema.createIndex('events_by_kind').on('events').columns(['kind', 'at']).execute();
    // Without a reference to the escalation: how promises were kept is counted also after a person was forgotten.
    await db.schema
      .createTable('promises')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('escalation_id', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('promised_by', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text', (column) => column.notNull())
      .addColumn('ending', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('promises_by_time').on('promises').column('ended_at').execute();
    await db.schema
      .alterTable('outbox')
      .addColumn('event_id', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.dropIndex('outbox_one_per_desk').execute();
    await db.schema
      .createIndex('outbox_one_per_desk')
      .unique()
      .on('outbox')
      .columns(['escalation_id', 'event_id', 'desk'])
      .execute();
  },
};
