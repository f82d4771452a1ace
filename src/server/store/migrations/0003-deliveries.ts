import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The outbox knows the desk, who is trying, how it went, and the ticket. */
export const deliveries: Migration = {
  async up(db: Kysely<unknown>) {
    // One statement each: SQLite adds one column at a time. Without a desk (''), it waits for whoever looks for it.
    await db.schema
      .alterTable('outbox')
      .addColumn('desk', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.alterTable('outbox').addColumn('first_tried_at', 'text').execute();
    await db.schema.alterTable('outbox').addColumn('lease_token', 'text').execute();
    await db.schema.alterTable('outbox').addColumn('lease_until', 'text').execute();
    await db.schema
      .alterTable('outbox')
      .addColumn('may_be_there', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('outbox')
      .addColumn('progress', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
    await db.schema.alterTable('outbox').addColumn('ticket_id', 'text').execute();
    await db.schema.alterTable('outbox').addColumn('ticket_url', 'text').execute();
    await db.schema.alterTable('outbox').addColumn('alert_at', 'text').execute();
    await db.schema.alterTable('outbox').addColumn('alerted_at', 'text').execute();
    await db.schema
      .createIndex('outbox_one_per_desk')
      .unique()
      .on('outbox')
      .columns(['escalation_id', 'desk'])
      .execute();
    await db.schema.createIndex('outbox_due_per_desk').on('outbox').columns(['desk', 'state', 'next_at']).execute();
    await db.schema.createIndex('outbox_alerts').on('outbox').column('alert_at').execute();
  },
};
