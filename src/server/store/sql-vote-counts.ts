import { sql, type Kysely } from 'kysely';
import type { Reason } from '../../schema/reasons.ts';
import type { InsightsStore } from '../insights-store.ts';
import { byArticles, byDays, inPieces } from './in-pieces.ts';
import { readerOf, toText } from './rows.ts';
import type { Tables } from './tables.ts';

type OfVotes = 'voteCounts' | 'voteDays' | 'textVoteDays' | 'reasonCounts' | 'voteComments';

const YES = sql<number>`sum(helpful)`;
const NO = sql<number>`sum(1 - helpful)`;
const DAY = sql<string>`substr(changed_at, 1, 10)`;
const BY_TEXT_AND_READER = ['article', 'content_hash', 'version', 'audience'] as const;

/** The part of the store that counts votes for the writers. */
export function sqlVoteCounts(db: Kysely<Tables>): Pick<InsightsStore, OfVotes> {
  return {
    voteCounts: async (articles, until) => {
      const rows = await inPieces(byArticles(articles), (some) =>
        db
          .selectFrom('votes')
          .select(BY_TEXT_AND_READER)
          .select([YES.as('yes'), NO.as('no')])
          .select(({ fn }) => [fn.min('changed_at').as('first_at'), fn.max('changed_at').as('last_at')])
          .where('article', 'in', some)
          .where('changed_at', '<', toText(until))
          .groupBy(BY_TEXT_AND_READER)
          .execute(),
      );
      return rows.map((row) => ({
        article: row.article,
        contentHash: row.content_hash,
        ...readerOf(row),
        yes: Number(row.yes),
        no: Number(row.no),
        firstAt: Temporal.Instant.from(row.first_at),
        lastAt: Temporal.Instant.from(row.last_at),
      }));
    },

    voteDays: async (period) => {
      const rows = await inPieces(byDays(period), ({ since, until }) =>
        db
          .selectFrom('votes')
          .select([DAY.as('day'), YES.as('yes'), NO.as('no')])
          .where('changed_at', '>=', toText(since))
          .where('changed_at', '<', toText(until))
          .groupBy(DAY)
          .orderBy(DAY)
          .execute(),
      );
      return rows.map(({ day, yes, no }) => ({ day, yes: Number(yes), no: Number(no) }));
    },

    textVoteDays: async (articles, { since, until }) => {
      const rows = await inPieces(byArticles(articles), (some) =>
        db
          .selectFrom('votes')
          .select(['article', 'content_hash'])
          .select([DAY.as('day'), YES.as('yes'), NO.as('no')])
          .where('article', 'in', some)
          .where('changed_at', '>=', toText(since))
          .where('changed_at', '<', toText(until))
          .groupBy(['article', 'content_hash', DAY])
          .orderBy('article')
          .orderBy(DAY)
          .execute(),
      );
      return rows.map(({ article, content_hash, day, yes, no }) => ({
        article,
        contentHash: content_hash,
        day,
        yes: Number(yes),
        no: Number(no),
      }));
    },

    reasonCounts: async (articles, until) => {
      const rows = await inPieces(byArticles(articles), (some) =>
        db
          .selectFrom('votes')
          .select(['article', 'content_hash', 'reasons', ({ fn }) => fn.countAll().as('times')])
          .where('article', 'in', some)
          .where('helpful', '=', 0)
          .where('changed_at', '<', toText(until))
          .groupBy(['article', 'content_hash', 'reasons'])
          .execute(),
      );
      return rows.map((row) => ({
        article: row.article,
        contentHash: row.content_hash,
        reasons: JSON.parse(row.reasons) as Reason[],
        times: Number(row.times),
      }));
    },

    voteComments: async (articles, until, mostEach) => {
      const nth = sql<number>`row_number() over (partition by article, content_hash order by changed_at desc, id desc)`;
      const rows = await inPieces(byArticles(articles), (some) =>
        db
          .selectFrom((votes) =>
            votes
              .selectFrom('votes')
              .select([...BY_TEXT_AND_READER, 'changed_at', 'comment', nth.as('nth')])
              .where('article', 'in', some)
              .where('helpful', '=', 0)
              .where('comment', 'is not', null)
              .where('changed_at', '<', toText(until))
              .as('commented'),
          )
          .selectAll()
          .where('nth', '<=', mostEach)
          .orderBy('changed_at', 'desc')
          .execute(),
      );
      return rows.map((row) => ({
        article: row.article,
        contentHash: row.content_hash,
        ...readerOf(row),
        castAt: Temporal.Instant.from(row.changed_at),
        comment: row.comment ?? '',
      }));
    },
  };
}
