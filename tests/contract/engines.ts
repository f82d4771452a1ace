import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, type TestContext } from 'node:test';
import { startPostgres, withClient } from '../fixtures/postgres-server.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** A database that does not exist yet, for a server in a process of its own. */
export type Place = {
  /** What DATABASE_URL is set to. */
  url: string;
  /** What a query finds there, whether or not a server runs. */
  rows: (query: string) => Promise<Record<string, unknown>[]>;
};

export type Engine = { name: string; newPlace: (t: TestContext) => Promise<Place> };

/** Every engine that a store can be in. The one PostgreSQL server is removed after the file of tests. */
export async function engines(): Promise<Engine[]> {
  const postgres = await startPostgres();
  after(() => postgres.remove());
  return [
    { name: 'SQLite', newPlace: sqlitePlace },
    {
      name: 'PostgreSQL',
      newPlace: async () => postgresPlace(await postgres.newDatabase()),
    },
  ];
}

export function postgresPlace(url: string): Place {
  return { url, rows: (query) => withClient(url, async (client) => (await client.query(query)).rows) };
}

async function sqlitePlace(t: TestContext): Promise<Place> {
  const folder = await temporaryFolder(t);
  const path = join(folder, 'handrail.db');
  return {
    url: `file:${path}`,
    rows: async (query) => {
      using database = new DatabaseSync(path);
      return database
        .prepare(query)
        .all()
        .map((row) => ({ ...row }));
    },
  };
}

/** Throws unless every escalation of `sent` is there once, together with its delivery, and nothing else is. */
export async function assertKeptOnce({ rows }: Place, sent: ReadonlySet<string>): Promise<void> {
  const found = await rows(
    'select idempotency_key, (select count(*) from outbox where escalation_id = escalations.id) as deliveries from escalations',
  );
  const kept = found.map((row) => `${String(row['idempotency_key'])} ${String(row['deliveries'])}`).sort();
  const wanted = [...sent].map((key) => `${key} 1`).sort();
  if (JSON.stringify(kept) === JSON.stringify(wanted)) return;
  const odd = [...new Set([...kept, ...wanted])].filter((each) => !kept.includes(each) || !wanted.includes(each));
  throw new Error(`${kept.length} are kept of ${wanted.length} that were sent; at odds: ${odd.slice(0, 5).join(', ')}`);
}
