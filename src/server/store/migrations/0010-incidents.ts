import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who joined which incident, and the texts that readers had before them. */
export const incidents: Migration = {
  async up(db: Kysely<unknown>) {
    const escalations = () => db.schema.alterTable('escalations');
    await escalations().addColumn('joins', 'integer').execute();
    await escalations().addColumn('content_hash', 'text').execute();
    await db.schema
      .createIndex('escalations_that_join')
      .on('escalations')
      .columns(['article', 'id'])
      .where(sql.ref('joins'), 'is not', null)
      .execute();
    // Who joins an incident asks nothing of its article, so the counts for the writers leave them out.
    await db.schema.dropIndex('escalations_by_article').execute();
    await db.schema
      .createIndex('escalations_by_article')
      .on('escalations')
      .columns(['article', 'version', 'audience', 'opened_at'])
      .where(sql.ref('quarantined'), 'is', null)
      .where(sql.ref('joins'), 'is', null)
      .execute();
    await db.schema
      .createIndex('escalations_by_text')
      .on('escalations')
      .column('content_hash')
      .where(sql.ref('content_hash'), 'is not', null)
      .execute();
    await db.schema
      .createTable('read_texts')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .execute();
  },
};
