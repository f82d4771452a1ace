import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Store } from '../store.ts';
import { fromEscalationRow, toText, fromVoteRow, toVoteRow } from './rows.ts';
import { sqlAddEscalation } from './sql-add-escalation.ts';
import { sqlAddresses } from './sql-addresses.ts';
import { sqlConversation } from './sql-conversation.ts';
import { sqlForgetting } from './sql-forgetting.ts';
import { sqlInbox } from './sql-inbox.ts';
import { sqlInsights } from './sql-insights.ts';
import { sqlMembers } from './sql-members.ts';
import { sqlJoins } from './sql-joins.ts';
import { sqlLimits } from './sql-limits.ts';
import { sqlOutbox } from './sql-outbox.ts';
import { sqlPasskeys } from './sql-passkeys.ts';
import { sqlReadTexts } from './sql-read-texts.ts';
import { sqlReminders } from './sql-reminders.ts';
import { sqlSearches } from './sql-searches.ts';
import { sqlTries } from './sql-tries.ts';
import { sqlWaiting } from './sql-waiting.ts';
import type { Tables } from './tables.ts';

const BALLAST_LENGTH = 65_536;

/** The store on any database that Kysely speaks to. */
export function sqlStore(db: Kysely<Tables>, close: () => Promise<void>): Store {
  return {
    addEscalation: sqlAddEscalation(db),

    escalationById: async (id) => {
      const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromEscalationRow(row);
    },

    escalationByTokenHash: async (tokenHash) => {
      const row = await db.selectFrom('escalations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row && fromEscalationRow(row);
    },

    putVote: async (stored) => {
      const row = toVoteRow(stored);
      const { id } = await db
        .insertInto('votes')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['reader', 'article']).doUpdateSet({
            version: row.version,
            audience: row.audience,
            helpful: row.helpful,
            reasons: row.reasons,
            comment: row.comment,
            content_hash: row.content_hash,
            changed_at: row.changed_at,
          }),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      return { id, changed: id !== row.id };
    },

    unhelpfulVotes: async (most) => {
      const rows = await db
        .selectFrom('votes')
        .selectAll()
        .where('helpful', '=', 0)
        .orderBy('changed_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(fromVoteRow);
    },

    ...sqlOutbox(db),
    ...sqlWaiting(db),
    ...sqlSearches(db),
    ...sqlForgetting(db),
    ...sqlLimits(db),
    ...sqlConversation(db),
    ...sqlInsights(db),
    ...sqlInbox(db),
    ...sqlReminders(db),
    ...sqlAddresses(db),
    ...sqlMembers(db),
    ...sqlPasskeys(db),
    ...sqlTries(db),
    ...sqlJoins(db),
    ...sqlReadTexts(db),

    database: { db, type: db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite' },

    beat: async (now) => {
      const beatAt = toText(now);
      const aSecondAgo = toText(now.subtract({ seconds: 1 }));
      // A full disk still has room for a few bytes where older ones lay; this is as large as an escalation, and new.
      const ballast = beatAt.repeat(Math.ceil(BALLAST_LENGTH / beatAt.length));
      // Health is asked by anybody, so it may not cost a sync each time. A clock that was set back counts as long ago.
      await db
        .insertInto('heartbeat')
        .values({ id: 1, beat_at: beatAt, ballast })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ beat_at: beatAt, ballast })
            .where(sql<boolean>`heartbeat.beat_at < ${aSecondAgo} or heartbeat.beat_at > ${beatAt}`),
        )
        .execute();
    },

    close,
  };
}
