import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

/** Opens the store that the settings name, brought up to date. Drivers are loaded only when they are asked for. */
export async function openStore({ database }: Pick<Settings, 'database'>, now: Temporal.Instant): Promise<Store> {
  switch (database.kind) {
    case 'sqlite': {
      const { openSqliteStore } = await import('./store/sqlite.ts');
      return openSqliteStore(database.path, now);
    }
    case 'postgres': {
      const { openPostgresStore } = await import('./store/postgres.ts');
      return openPostgresStore(database.url, now);
    }
  }
}
