import { PostgresAdapter, sql, type Kysely, type Transaction } from 'kysely';
import type { Addresses, Claimed, LetterClaim } from '../addresses.ts';
import { toText } from './rows.ts';
import type { Tables } from './tables.ts';

const ONE_DAY = { hours: 24 };
const ONE_HOUR = { hours: 1 };
/** A time further ahead than this was written before the clock was set back. */
const CLOCK_WAS_SET_BACK = { minutes: 5 };
/** Any number that no other lock of this database has. */
const LETTERS_LOCK = 6_031_977;

/** The part of the store that says to whom automatic letters may go. */
export function sqlAddresses(db: Kysely<Tables>): Addresses {
  return {
    claimLetter: async (claim) => {
      try {
        return await db.transaction().execute((transaction) => claimed(transaction, claim));
      } catch (error) {
        // The claim of the mailbox had to be undone, so this could not be returned from within.
        if (error instanceof Held) return 'held';
        throw error;
      }
    },

    confirmAddress: async (address, now) => {
      await db
        .insertInto('addresses')
        .values({ hash: address, confirmed_at: toText(now) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    removeAddress: (address, mailbox) =>
      db.transaction().execute(async (transaction) => {
        const known = await transaction.deleteFrom('addresses').where('hash', '=', address).executeTakeFirstOrThrow();
        const letters = await transaction
          .deleteFrom('address_letters')
          .where('mailbox', '=', mailbox)
          .executeTakeFirstOrThrow();
        return Number(known.numDeletedRows) + Number(letters.numDeletedRows);
      }),
  };
}

class Held extends Error {
  override name = 'Held';
}

async function claimed(
  transaction: Transaction<Tables>,
  { letterId, kind, address, mailbox, now, mostPerHour }: LetterClaim,
): Promise<Claimed> {
  const known = await transaction.selectFrom('addresses').select('hash').where('hash', '=', address).executeTakeFirst();
  if (known) return 'granted';
  // SQLite has one writer at a time anyway; here two servers would each count without the other's letter.
  if (transaction.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`select pg_advisory_xact_lock(${sql.lit(LETTERS_LOCK)})`.execute(transaction);
  }
  const [claimedAt, dayAgo] = [toText(now), toText(now.subtract(ONE_DAY))];
  const ahead = toText(now.add(CLOCK_WAS_SET_BACK));
  await transaction
    .deleteFrom('address_letters')
    .where((where) => where.or([where('claimed_at', '<=', dayAgo), where('claimed_at', '>', ahead)]))
    .execute();
  const added = await transaction
    .insertInto('address_letters')
    .values({ mailbox, kind, letter_id: letterId, claimed_at: claimedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('letter_id')
    .executeTakeFirst();
  if (!added) {
    const before = await transaction
      .selectFrom('address_letters')
      .select('letter_id')
      .where('mailbox', '=', mailbox)
      .where('kind', '=', kind)
      .executeTakeFirst();
    return before?.letter_id === letterId ? 'granted' : 'had-one';
  }
  const { sent } = await transaction
    .selectFrom('address_letters')
    .select((count) => count.fn.countAll().as('sent'))
    .where('claimed_at', '>', toText(now.subtract(ONE_HOUR)))
    .executeTakeFirstOrThrow();
  if (Number(sent) > mostPerHour) throw new Held();
  return 'granted';
}
