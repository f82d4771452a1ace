import { sql, type Kysely } from 'kysely';
import type { Packet } from '../../schema/packet.ts';
import type { Store } from '../store.ts';
import { readerOf, toSearchRow, toText } from './rows.ts';
import type { Tables } from './tables.ts';

type Searches = 'addSearch' | 'searchCounts' | 'searchesBeforeEscalations';

const FOUND = sql<0 | 1>`case when results > 0 then 1 else 0 end`;
const COUNTED_BY = ['query', 'after_query', 'chosen', 'version', 'audience'] as const;

/** The part of the store that holds searches. */
export function sqlSearches(db: Kysely<Tables>): Pick<Store, Searches> {
  return {
    addSearch: async (stored) => {
      await db.insertInto('searches').values(toSearchRow(stored)).execute();
    },

    searchCounts: async ({ since, until }) => {
      const rows = await db
        .selectFrom('searches')
        .select(COUNTED_BY)
        .select(FOUND.as('found'))
        .select(({ fn }) => [fn.countAll().as('times'), fn.max('searched_at').as('latest_at')])
        .where('searched_at', '>=', toText(since))
        .where('searched_at', '<', toText(until))
        .groupBy([...COUNTED_BY, FOUND])
        .execute();
      return rows.map((row) => ({
        query: row.query,
        found: Number(row.found) === 1,
        ...(row.chosen !== null && { chosen: row.chosen }),
        ...readerOf(row),
        ...(row.after_query !== null && { after: row.after_query }),
        times: Number(row.times),
        latestAt: Temporal.Instant.from(row.latest_at),
      }));
    },

    searchesBeforeEscalations: async ({ since, until }) => {
      const rows = await db
        .selectFrom('escalations')
        .select(['article', 'version', 'audience', 'opened_at', 'packet'])
        .where('opened_at', '>=', toText(since))
        .where('opened_at', '<', toText(until))
        // Most have none, and reading what they hold takes long. Quotes that somebody typed have a backslash before them.
        .where('packet', 'not like', '%"searches":[]%')
        .orderBy('opened_at')
        .orderBy('id')
        .execute();
      return rows
        .map((row) => ({
          openedAt: Temporal.Instant.from(row.opened_at),
          ...(row.article !== null && { article: row.article }),
          ...readerOf(row),
          searches: (JSON.parse(row.packet) as Packet).searches,
        }))
        .filter(({ searches }) => searches.length > 0);
    },
  };
}
