import type { Kysely } from 'kysely';
import type { InsightsStore } from '../insights-store.ts';
import { sqlRequestCounts } from './sql-request-counts.ts';
import { sqlVoteCounts } from './sql-vote-counts.ts';
import type { Tables } from './tables.ts';

/** The part of the store that counts for the writers. */
export function sqlInsights(db: Kysely<Tables>): InsightsStore {
  return { ...sqlVoteCounts(db), ...sqlRequestCounts(db) };
}
