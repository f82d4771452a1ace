import { PostgresAdapter, type Kysely } from 'kysely';
import { Member } from '../../schema/member.ts';
import type { Members } from '../sign-in/members.ts';
import { LONGEST } from '../sign-in/session-limits.ts';
import type { Kept, MemberTables } from './member-tables.ts';
import { toText } from './rows.ts';
import type { Tables } from './tables.ts';

const PASSWORD = 'credential';

/** The part of the store that knows who may sign in. better-auth reads and writes the same rows. */
export function sqlMembers(tables: Kysely<Tables>): Members {
  const db = tables.$extendTables<MemberTables>();
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const kept = (instant: Temporal.Instant): Kept =>
    isPostgres ? new Date(instant.epochMilliseconds) : toText(instant);
  const live = (now: Temporal.Instant) =>
    db
      .selectFrom('member_sessions')
      .where('expiresAt', '>', kept(now))
      .where('createdAt', '>', kept(now.subtract(LONGEST)));

  return {
    addMember: async (member, now) => {
      const added = await db
        .insertInto('members')
        .values({
          ...member,
          // Whoever adds somebody vouches for the address; without this single sign-on would not find it.
          emailVerified: isPostgres ? true : 1,
          image: null,
          createdAt: kept(now),
          updatedAt: kept(now),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },

    memberByEmail: async (email) => {
      const row = await db.selectFrom('members').selectAll().where('email', '=', email).executeTakeFirst();
      return row && Member.parse(row);
    },

    listMembers: async (now) => {
      const rows = await db.selectFrom('members').selectAll().orderBy('email').execute();
      const accounts = await db.selectFrom('member_accounts').select(['userId', 'providerId']).execute();
      const sessions = await live(now).select('userId').execute();
      return rows.map((row) => {
        const ways = accounts.filter(({ userId }) => userId === row.id).map(({ providerId }) => providerId);
        return {
          ...Member.parse(row),
          hasPassword: ways.includes(PASSWORD),
          hasSingleSignOn: ways.some((way) => way !== PASSWORD),
          sessions: sessions.filter(({ userId }) => userId === row.id).length,
        };
      });
    },

    setRole: (id, role, now) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('members')
          .set({ role, updatedAt: kept(now) })
          .where('id', '=', id)
          .execute();
        await transaction.deleteFrom('member_sessions').where('userId', '=', id).execute();
      }),

    removeMember: (id) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('member_tokens').where('value', '=', id).execute();
        await transaction.deleteFrom('members').where('id', '=', id).execute();
      }),

    sessionsOf: async (memberId, now) => {
      const rows = await live(now).selectAll().where('userId', '=', memberId).orderBy('updatedAt', 'desc').execute();
      return rows.map(({ id, createdAt, updatedAt, userAgent }) => ({
        id,
        begunAt: instantOf(createdAt),
        usedAt: instantOf(updatedAt),
        ...(userAgent && { browser: userAgent }),
      }));
    },

    endSessions: async (memberId, which) => {
      const { numDeletedRows } = await db
        .deleteFrom('member_sessions')
        .where('userId', '=', memberId)
        .$if(which !== undefined && 'only' in which, (query) =>
          query.where('id', '=', which && 'only' in which ? which.only : ''),
        )
        .$if(which !== undefined && 'butNot' in which, (query) =>
          query.where('id', '!=', which && 'butNot' in which ? which.butNot : ''),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    isLive: async (sessionId, now) =>
      (await live(now).select('id').where('id', '=', sessionId).executeTakeFirst()) !== undefined,

    endLinks: async (memberId) => {
      await db.deleteFrom('member_tokens').where('value', '=', memberId).execute();
    },
  };
}

function instantOf(kept: Kept): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(new Date(kept).getTime());
}
