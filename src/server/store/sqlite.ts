import { mkdir, open as openFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Mistakes } from '../../errors/user-error.ts';
import { StoreUnavailable, type Store } from '../store.ts';
import { migrate } from './migrations.ts';
import { SharedCommits } from './shared-commits.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { sqlStore } from './sql-store.ts';
import type { Tables } from './tables.ts';

const BUSY_TIMEOUT_MS = 5_000;

/**
 * A store in one file, made where it is missing. Every commit is synced to the disk before it is acknowledged.
 * Throws `Mistakes` where the file cannot be opened or written.
 */
export async function openSqliteStore(path: string, now: Temporal.Instant): Promise<Store> {
  const database = await open(path);
  const commits = new SharedCommits(database, BUSY_TIMEOUT_MS);
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database, commits) });
  try {
    await migrate(db, path);
    const store = sqlStore(db, () => commits.close());
    await store.beat(now);
    return store;
  } catch (error) {
    database.close();
    throw opened(error, path);
  }
}

/** Brings the file up to date, made where it is missing, and gives the names of the steps that this took. */
export async function migrateSqlite(path: string): Promise<string[]> {
  const database = await open(path);
  const commits = new SharedCommits(database, BUSY_TIMEOUT_MS);
  try {
    return await migrate(new Kysely<Tables>({ dialect: new NodeSqliteDialect(database, commits) }), path);
  } catch (error) {
    throw opened(error, path);
  } finally {
    await commits.close();
  }
}

async function open(path: string): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite would let everybody on this machine read what people wrote; its other files get the mode of this one.
    await (await openFile(path, 'a', 0o600)).close();
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off;');
    // What is forgotten is overwritten, not only let go.
    database.exec('pragma secure_delete = on;');
    // From here on waiting is done without blocking; see SharedCommits.
    database.exec('pragma busy_timeout = 0;');
    return database;
  } catch (error) {
    database?.close();
    throw new Mistakes('The database cannot be opened.', [cannotOpen(path, (error as Error).message)]);
  }
}

function opened(error: unknown, path: string): unknown {
  const cause = error instanceof Error && !(error instanceof StoreUnavailable) ? error.cause : error;
  if (!(cause instanceof StoreUnavailable)) return error;
  return new Mistakes('The database cannot be used.', [cannotOpen(path, cause.message)]);
}

function cannotOpen(path: string, reason: string) {
  return {
    problem: `The database cannot be opened and written here (${reason}).`,
    where: { file: path },
    fix: 'Let the user who runs the server write in this folder, make room on the disk, or name another file in DATABASE_URL.',
  };
}
