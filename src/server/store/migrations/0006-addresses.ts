import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Addresses that we write to, known by a keyed hash alone; and who was told of promises. */
export const addresses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('addresses')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('confirmed_at', 'text', (column) => column.notNull())
      .execute();
    // One row for each mailbox and kind of letter: whoever changes it may send, so that two servers never both do.
    await db.schema
      .createTable('address_letters')
      .addColumn('mailbox', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('letter_id', 'text', (column) => column.notNull())
      .addColumn('claimed_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('address_letters_key', ['mailbox', 'kind'])
      .execute();
    await db.schema.createIndex('address_letters_by_time').on('address_letters').column('claimed_at').execute();
    await db.schema.alterTable('escalations').addColumn('remind_until', 'text').execute();
    await db.schema.alterTable('escalations').addColumn('missed_told_at', 'text').execute();
  },
};
