import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The first tables: votes, escalations with their outbox, searches, and the row that health writes. */
export const votesAndEscalations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('votes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('version', 'text')
      .addColumn('audience', 'text')
      .addColumn('helpful', 'integer', (column) => column.notNull())
      .addColumn('reasons', 'text', (column) => column.notNull())
      .addColumn('comment', 'text')
      .addColumn('reader', 'text', (column) => column.notNull())
      .addColumn('content_hash', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('votes_one_per_reader', ['reader', 'article'])
      .execute();
    await db.schema
      .createTable('escalations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
      .addColumn('body_hash', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('article', 'text')
      .addColumn('version', 'text')
      .addColumn('audience', 'text')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('phone', 'text')
      .addColumn('good_time', 'text')
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('packet', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'text', (column) => column.notNull())
      .addColumn('promised_by', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('escalation_id', 'text', (column) => column.notNull().references('escalations.id'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next_at', 'text', (column) => column.notNull())
      .addColumn('last_reason', 'text')
      .execute();
    await db.schema.createIndex('outbox_by_escalation').on('outbox').column('escalation_id').execute();
    await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'next_at']).execute();
    await db.schema
      .createTable('searches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('query', 'text', (column) => column.notNull())
      .addColumn('results', 'integer', (column) => column.notNull())
      .addColumn('chosen', 'text')
      .addColumn('version', 'text')
      .addColumn('audience', 'text')
      .addColumn('searched_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('heartbeat')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('beat_at', 'text', (column) => column.notNull())
      .addColumn('ballast', 'text', (column) => column.notNull())
      .execute();
  },
};
