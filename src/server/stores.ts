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

/** Brings the store up to date without opening it for use, and gives the names of the steps that this took. */
export async function migrateStore({ database }: Pick<Settings, 'database'>): Promise<string[]> {
  switch (database.kind) {
    case 'sqlite': {
      const { migrateSqlite } = await import('./store/sqlite.ts');
      return migrateSqlite(database.path);
    }
    case 'postgres': {
      const { migratePostgres } = await import('./store/postgres.ts');
      return migratePostgres(database.url);
    }
  }
}
