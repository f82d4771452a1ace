import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { Mistakes } from '../../errors/user-error.ts';
import { votesAndEscalations } from './migrations/0001-votes-and-escalations.ts';
import { searchesInOrder } from './migrations/0002-searches-in-order.ts';
import { deliveries } from './migrations/0003-deliveries.ts';
import { conversations } from './migrations/0004-conversations.ts';
import { limits } from './migrations/0005-limits.ts';
import { addresses } from './migrations/0006-addresses.ts';
import { insights } from './migrations/0007-insights.ts';
import { members } from './migrations/0008-members.ts';
import { inbox } from './migrations/0009-inbox.ts';
import { incidents } from './migrations/0010-incidents.ts';
import { passkeys } from './migrations/0011-passkeys.ts';
import type { Tables } from './tables.ts';

/** Every step from an empty database to the present one, run in this order. A step that was released never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-votes-and-escalations': votesAndEscalations,
  '0002-searches-in-order': searchesInOrder,
  '0003-deliveries': deliveries,
  '0004-conversations': conversations,
  '0005-limits': limits,
  '0006-addresses': addresses,
  '0007-insights': insights,
  '0008-members': members,
  '0009-inbox': inbox,
  '0010-incidents': incidents,
  '0011-passkeys': passkeys,
};

/**
 * Brings the database up to date, each start, all or nothing, and gives the names of the steps that this took. `place`
 * names it in the `Mistakes` that are thrown where a newer Handrail has changed it already.
 */
export async function migrate(db: Kysely<Tables>, place: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const unknown = newerSteps(await executedMigrations(db));
  if (unknown.length > 0) throw new Mistakes('The database cannot be used.', [newer(place, unknown)]);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error(`The database ${place} could not be brought up to date.`, { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/** Those of the steps that a newer Handrail took, and this one does not know. */
export function newerSteps(executed: readonly string[]): string[] {
  return executed.filter((name) => !(name in MIGRATIONS));
}

async function executedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}

function newer(place: string, unknown: readonly string[]) {
  return {
    problem: `A newer Handrail has changed this database (${unknown.join(', ')}); this one would not understand it.`,
    where: { file: place },
    fix: 'Start the newer Handrail again, or put back the backup from before the change.',
  };
}
