import { sql, type Kysely } from 'kysely';
import type { Bucket, Limits } from '../limits.ts';
import { toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** The part of the store that counts. */
export function sqlLimits(db: Kysely<Tables>): Limits {
  return {
    countsOf: async (buckets) => {
      const rows = await db
        .selectFrom('limits')
        .select(['bucket', 'starts_at', 'times'])
        .where(({ or, and, eb }) =>
          or(
            buckets.map(({ name, startsAt }) => and([eb('bucket', '=', name), eb('starts_at', '=', toText(startsAt))])),
          ),
        )
        .execute();
      return buckets.map((bucket) => timesOf(rows, bucket));
    },

    countUp: async (buckets) => {
      const rows = await db
        .insertInto('limits')
        .values(
          // In one order everywhere, so that two servers never wait for each other's rows.
          buckets
            .toSorted((a, b) => (a.name < b.name ? -1 : 1))
            .map(({ name, startsAt, endsAt }) => ({
              bucket: name,
              starts_at: toText(startsAt),
              ends_at: toText(endsAt),
              times: 1,
            })),
        )
        .onConflict((conflict) =>
          conflict.columns(['bucket', 'starts_at']).doUpdateSet({ times: sql<number>`limits.times + 1` }),
        )
        .returning(['bucket', 'starts_at', 'times'])
        .execute();
      return buckets.map((bucket) => timesOf(rows, bucket) - 1);
    },

    isKnownKey: async (idempotencyKey) => {
      const row = await db
        .selectFrom('escalations')
        .select('id')
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst();
      return row !== undefined;
    },

    useChallenge: async (id, until) => {
      const row = await db
        .insertInto('used_challenges')
        .values({ id, ends_at: toText(until) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    removeEnded: async (now, most) => {
      const counters = await db
        .deleteFrom('limits')
        .where(({ eb, refTuple }) =>
          eb(refTuple('bucket', 'starts_at'), 'in', (ended) =>
            ended
              .selectFrom('limits')
              .select(['bucket', 'starts_at'])
              .where('ends_at', '<=', toText(now))
              .limit(most)
              .$asTuple('bucket', 'starts_at'),
          ),
        )
        .executeTakeFirstOrThrow();
      const challenges = await db
        .deleteFrom('used_challenges')
        .where('id', 'in', (ended) =>
          ended.selectFrom('used_challenges').select('id').where('ends_at', '<=', toText(now)).limit(most),
        )
        .executeTakeFirstOrThrow();
      return Number(counters.numDeletedRows) + Number(challenges.numDeletedRows);
    },
  };
}

function timesOf(
  rows: readonly { bucket: string; starts_at: string; times: number }[],
  { name, startsAt }: Bucket,
): number {
  const row = rows.find(({ bucket, starts_at }) => bucket === name && starts_at === toText(startsAt));
  return Number(row?.times ?? 0);
}
