import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import type { Store } from '../../src/server/store.ts';
import { migratePostgres, openPostgresStore } from '../../src/server/store/postgres.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';

export type StoreAdapter = {
  name: string;
  /** Gives a way to open one and the same empty store, as often as a test wants. */
  place: (t: TestContext) => Promise<() => Promise<Store>>;
};

/** Every adapter of the store, on real engines that are removed after the file of tests. */
export async function storeAdapters(openedAt: Temporal.Instant): Promise<StoreAdapter[]> {
  const postgres = await startPostgres();
  after(() => postgres.remove());
  // Copied for each test: to bring each one up to date anew would take longer than most of the tests do.
  const upToDate = await postgres.newDatabase();
  await migratePostgres(upToDate);
  return [
    {
      name: 'SQLite',
      place: async (t) => {
        const folder = await mkdtemp(join(tmpdir(), 'handrail-store-'));
        t.after(() => rm(folder, { recursive: true, force: true }));
        return () => openSqliteStore(join(folder, 'below', 'handrail.db'), openedAt);
      },
    },
    {
      name: 'PostgreSQL',
      place: async () => {
        const url = await postgres.newDatabase(upToDate);
        return () => openPostgresStore(url, openedAt);
      },
    },
  ];
}
