import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the inbox of the desk is sorted and counted by. */
export const inbox: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('escalations_by_touch')
      .on('escalations')
      .columns(['state', 'touched_at', 'id'])
      .execute();
    await db.schema.createIndex('escalations_touched').on('escalations').columns(['touched_at', 'revision']).execute();
    // Small enough to be read as a whole, in the order that is shown, whatever the database guesses of its rows.
    await db.schema
      .createIndex('escalations_waiting')
      .on('escalations')
      .columns(['promised_by', 'id'])
      .where('state' as never, '=', 'waiting' as never)
      .where('quarantined' as never, 'is', null)
      .execute();
    await db.schema
      .createIndex('escalations_apart')
      .on('escalations')
      .columns(['state', 'touched_at', 'id'])
      .where('quarantined' as never, 'is not', null)
      .execute();
    await db.schema
      .createIndex('escalations_to_follow_up')
      .on('escalations')
      .columns(['follow_up_on', 'id'])
      .where('follow_up_on' as never, 'is not', null)
      .execute();
  },
};
