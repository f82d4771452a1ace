import { sql, type Kysely, type Transaction } from 'kysely';
import { pauseAfter, REMEMBERED, type Admitted, type Count, type Tries } from '../sign-in/tries.ts';
import type { MemberTables } from './member-tables.ts';
import { toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** No pause is as long as this: a time further ahead was written before the clock was set back. */
const CLOCK_WAS_SET_BACK = { hours: 1 };

/** The part of the store that slows down guessing. */
export function sqlTries(tables: Kysely<Tables>): Tries {
  const db = tables.$extendTables<MemberTables>();
  return {
    admitTry: async (counts, now) => {
      await db
        .deleteFrom('sign_in_tries')
        .where('tried_at', '<', toText(now.subtract(REMEMBERED)))
        .execute();
      try {
        await db.transaction().execute(async (transaction) => {
          // Always in the same order, so that two at once never wait for each other.
          for (const count of counts.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
            await counted(transaction, count, now);
        });
        return { kind: 'admitted' };
      } catch (error) {
        // What was counted so far had to be undone, so this could not be returned from within.
        if (error instanceof Waits) return error.admitted;
        throw error;
      }
    },

    noteSignedIn: async (counts) => {
      const ofAccount = counts.flatMap(({ key, account }) => (account === undefined ? [] : [key]));
      const others = counts.flatMap(({ key, account }) => (account === undefined ? [key] : []));
      await db.deleteFrom('sign_in_tries').where('key', 'in', ofAccount).execute();
      if (others.length === 0) return;
      await db
        .updateTable('sign_in_tries')
        .set((row) => ({ failures: row('failures', '-', 1), free_at: row.ref('tried_at') }))
        .where('key', 'in', others)
        .where('failures', '>', 0)
        .execute();
    },

    forgetTries: async (account) => {
      await db.deleteFrom('sign_in_tries').where('account', '=', account).execute();
    },
  };
}

class Waits extends Error {
  override name = 'Waits';
  readonly admitted: Admitted;

  constructor(until: Temporal.Instant) {
    super();
    this.admitted = { kind: 'wait', until };
  }
}

async function counted(
  db: Transaction<Tables & MemberTables>,
  { key, account, free }: Count,
  now: Temporal.Instant,
): Promise<void> {
  const nowText = toText(now);
  const first = { key, account: account ?? null, failures: 1, tried_at: nowText, free_at: nowText };
  const row = await db
    .insertInto('sign_in_tries')
    .values(first)
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ failures: sql`sign_in_tries.failures + 1`, tried_at: nowText })
        .where((where) =>
          where.or([
            where('sign_in_tries.free_at', '<=', nowText),
            where('sign_in_tries.free_at', '>', toText(now.add(CLOCK_WAS_SET_BACK))),
          ]),
        ),
    )
    .returning('failures')
    .executeTakeFirst();
  if (!row) {
    const { free_at } = await db
      .selectFrom('sign_in_tries')
      .select('free_at')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    throw new Waits(Temporal.Instant.from(free_at));
  }
  await db
    .updateTable('sign_in_tries')
    .set({ free_at: toText(now.add(pauseAfter(row.failures, free))) })
    .where('key', '=', key)
    .execute();
}
