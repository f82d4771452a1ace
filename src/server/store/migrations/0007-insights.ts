import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Votes, requests and promises are counted for the writers without reading the rows themselves. */
export const insights: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('votes_by_text')
      .on('votes')
      .columns(['article', 'content_hash', 'version', 'audience', 'helpful', 'changed_at'])
      .execute();
    // Votes that outlived their time are found by it as well.
    await db.schema.createIndex('votes_by_time').on('votes').columns(['changed_at', 'helpful']).execute();
    await db.schema
      .createIndex('escalations_by_article')
      .on('escalations')
      .columns(['article', 'version', 'audience', 'opened_at', 'quarantined'])
      .execute();
    await db.schema
      .createIndex('promises_by_escalation')
      .on('promises')
      .columns(['escalation_id', 'ended_at', 'ending', 'made_at'])
      .execute();
  },
};
