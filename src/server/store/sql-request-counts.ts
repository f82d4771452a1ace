import { sql, type Kysely } from 'kysely';
import type { Outcome } from '../../schema/escalation-event.ts';
import type { Packet } from '../../schema/packet.ts';
import type { Channel } from '../../schema/site.ts';
import type { InsightsStore } from '../insights-store.ts';
import { byArticles, byDays, inPieces } from './in-pieces.ts';
import { readerOf, toText } from './rows.ts';
import type { Tables } from './tables.ts';

type OfRequests = 'requestCounts' | 'requestDays' | 'resolvedRequests' | 'solvedRequests' | 'firstAnswers';

const DAY = sql<string>`substr(opened_at, 1, 10)`;
const BY_READER = ['article', 'version', 'audience'] as const;

/** The part of the store that counts requests for a person, and how they ended, for the writers. */
export function sqlRequestCounts(db: Kysely<Tables>): Pick<InsightsStore, OfRequests> {
  return {
    requestCounts: async (articles, until) => {
      const rows = await inPieces(byArticles(articles), (some) =>
        db
          .selectFrom('escalations')
          .select(BY_READER)
          .select([DAY.as('day'), ({ fn }) => fn.countAll().as('times')])
          .where('article', 'in', some)
          .where('quarantined', 'is', null)
          .where('joins', 'is', null)
          .where('opened_at', '<', toText(until))
          .groupBy([...BY_READER, DAY])
          .execute(),
      );
      return rows.map((row) => ({
        article: row.article ?? '',
        ...readerOf(row),
        day: row.day,
        times: Number(row.times),
      }));
    },

    requestDays: async (period) => {
      // Quotes that somebody typed have a backslash before them, so this is the name of the field and nothing else.
      const voted = sql<number>`sum(case when packet like '%"vote":{%' then 1 else 0 end)`;
      const rows = await inPieces(byDays(period), ({ since, until }) =>
        db
          .selectFrom('escalations')
          .select([DAY.as('day'), voted.as('voted'), ({ fn }) => fn.countAll().as('times')])
          .where('article', 'is not', null)
          .where('quarantined', 'is', null)
          .where('joins', 'is', null)
          .where('opened_at', '>=', toText(since))
          .where('opened_at', '<', toText(until))
          .groupBy(DAY)
          .orderBy(DAY)
          .execute(),
      );
      return rows.map(({ day, times, voted: had }) => ({ day, times: Number(times), voted: Number(had) }));
    },

    resolvedRequests: async (period, outcomes) => {
      const rows = await resolutions(db, period, outcomes)
        .select(['events.at', 'events.details', 'escalations.article', 'escalations.version', 'escalations.audience'])
        .execute();
      return rows.map((row) => ({
        at: Temporal.Instant.from(row.at),
        ...(row.article !== null && { article: row.article }),
        ...readerOf(row),
        ...resolutionIn(row.details),
      }));
    },

    solvedRequests: async (period) => {
      const rows = await resolutions(db, period, ['article-solved'])
        .select(['events.details', 'escalations.version', 'escalations.audience', 'escalations.packet'])
        .execute();
      return rows.flatMap((row) => {
        const { named } = resolutionIn(row.details);
        if (named === undefined) return [];
        return [{ named, ...readerOf(row), searches: (JSON.parse(row.packet) as Packet).searches }];
      });
    },

    firstAnswers: async (period) => {
      const rows = await inPieces(byDays(period), ({ since, until }) =>
        db
          .selectFrom('promises')
          .select(['channel', 'promised_by', 'ended_at'])
          .select((eb) =>
            eb
              .selectFrom('promises as first')
              .select(({ fn }) => fn.min('first.made_at').as('made_at'))
              .whereRef('first.escalation_id', '=', 'promises.escalation_id')
              .as('opened_at'),
          )
          .where('ending', '=', 'answered')
          .where('ended_at', '>=', toText(since))
          .where('ended_at', '<', toText(until))
          .where((where) =>
            where.not(
              where.exists(
                where
                  .selectFrom('promises as before')
                  .select('before.id')
                  .whereRef('before.escalation_id', '=', 'promises.escalation_id')
                  .whereRef('before.ended_at', '<', 'promises.ended_at')
                  .where('before.ending', '=', 'answered'),
              ),
            ),
          )
          .orderBy('ended_at')
          .execute(),
      );
      // There may be very many of these, and dates of the old kind are read several times as fast.
      return rows.map((row) => {
        const openedAtMs = Date.parse(row.opened_at ?? row.ended_at);
        return {
          channel: row.channel as Channel,
          day: row.ended_at.slice(0, 10),
          waitedMs: Date.parse(row.ended_at) - openedAtMs,
          promisedMs: Date.parse(row.promised_by) - openedAtMs,
        };
      });
    },
  };
}

/** The last resolution of each request where it is one of `outcomes`, in order. */
function resolutions(
  db: Kysely<Tables>,
  { since, until }: { since: Temporal.Instant; until: Temporal.Instant },
  outcomes: readonly Outcome[],
) {
  return (
    db
      .selectFrom('events')
      .innerJoin('escalations', 'escalations.id', 'events.escalation_id')
      .where('events.kind', '=', 'resolved')
      .where('events.at', '>=', toText(since))
      .where('events.at', '<', toText(until))
      // Quotes that somebody typed have a backslash before them. Few are left, so that the rest costs little.
      .where((where) =>
        where.or(outcomes.map((outcome) => where('events.details', 'like', `%"outcome":"${outcome}"%`))),
      )
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('events as later')
              .select('later.id')
              .whereRef('later.escalation_id', '=', 'events.escalation_id')
              .where('later.kind', '=', 'resolved')
              .where((after) =>
                after.or([
                  after('later.at', '>', after.ref('events.at')),
                  after.and([
                    after('later.at', '=', after.ref('events.at')),
                    after('later.id', '>', after.ref('events.id')),
                  ]),
                ]),
              ),
          ),
        ),
      )
      .orderBy('events.at')
      .orderBy('events.id')
  );
}

function resolutionIn(details: string): { outcome: Outcome; named?: string; heading?: string } {
  const { outcome, article, heading } = JSON.parse(details) as { outcome: Outcome; article?: string; heading?: string };
  return { outcome, ...(article !== undefined && { named: article }), ...(heading !== undefined && { heading }) };
}
