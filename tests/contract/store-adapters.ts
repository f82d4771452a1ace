import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import type { Store } from '../../src/server/store.ts';
import { migratePostgres, openPostgresStore } from '../../src/server/store/postgres.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

export type StoreAdapter = {
  name: string;
  /** Opens an empty store, which is closed after the test. */
  emptyStore: (t: TestContext) => Promise<Store>;
  /** Gives a way to open one and the same empty store, as often as a test wants; each is closed after the test. */
  place: Place;
};

type Place = (t: TestContext) => Promise<() => Promise<Store>>;

/** Every adapter of the store, on real engines that are removed after the file of tests. */
export async function storeAdapters(openedAt: Temporal.Instant): Promise<StoreAdapter[]> {
  const postgres = await startPostgres();
  after(() => postgres.remove());
  // Copied for each test: to bring each one up to date anew would take longer than most of the tests do.
  const upToDate = await postgres.newDatabase();
  await migratePostgres(upToDate);
  return [
    adapter('SQLite', async (t) => {
      const folder = await temporaryFolder(t);
      return () => openSqliteStore(join(folder, 'below', 'handrail.db'), openedAt);
    }),
    adapter('PostgreSQL', async () => {
      const url = await postgres.newDatabase(upToDate);
      return () => openPostgresStore(url, openedAt);
    }),
  ];
}

function adapter(name: string, found: Place): StoreAdapter {
  const place: Place = async (t) => {
    const open = await found(t);
    return async () => {
      const store = await open();
      t.after(() => store.close());
      return store;
    };
  };
  return { name, emptyStore: async (t) => (await place(t))(), place };
}
