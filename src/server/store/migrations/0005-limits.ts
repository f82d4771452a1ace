import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Counters by which all servers keep floods out together, and challenges that were used. */
export const limits: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('limits')
      .addColumn('bucket', 'text', (column) => column.notNull())
      .addColumn('starts_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('limits_one_per_window', ['bucket', 'starts_at'])
      .execute();
    await db.schema.createIndex('limits_by_end').on('limits').column('ends_at').execute();
    await db.schema
      .createTable('used_challenges')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('ends_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('used_challenges_by_end').on('used_challenges').column('ends_at').execute();
  },
};
