import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Searches know the one before them, are found by their time, and so are escalations. */
export const searchesInOrder: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('searches').addColumn('after_query', 'text').execute();
    await db.schema.createIndex('searches_by_time').on('searches').column('searched_at').execute();
    await db.schema.createIndex('escalations_by_time').on('escalations').column('opened_at').execute();
  },
};
