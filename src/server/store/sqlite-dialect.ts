import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type SqliteDatabase,
} from 'kysely';
import { StoreUnavailable } from '../store.ts';

/** Kysely over the SQLite that comes with Node. Waits up to `busyTimeoutMs` while somebody else writes. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;
  readonly #busyTimeoutMs: number;

  constructor(database: DatabaseSync, busyTimeoutMs: number) {
    super({ database: asKyselyWantsIt(database) });
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  override createDriver(): Driver {
    return new NodeSqliteDriver(this.#database, this.#busyTimeoutMs);
  }

  override createAdapter(): DialectAdapter {
    return new NodeSqliteAdapter();
  }
}

/** SQLite does roll back changes of tables, so a migration is all or nothing, also when two processes start at once. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #busyTimeoutMs: number;

  constructor(database: DatabaseSync, busyTimeoutMs: number) {
    super({ database: asKyselyWantsIt(database) });
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return patient(await super.acquireConnection(), this.#database, this.#busyTimeoutMs);
  }

  /** Takes the lock for writing at once: one taken in the middle can fail with no way to wait for it. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** On a full disk SQLite has rolled back by itself; a second time would hide the error that says why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/**
 * Tries again while another connection writes. SQLite's own busy timeout would block the whole server meanwhile, and
 * for ever if the other connection is in this very process.
 */
function patient(connection: DatabaseConnection, database: DatabaseSync, busyTimeoutMs: number): DatabaseConnection {
  return {
    executeQuery: async (query, options) => {
      const givesUpAt = performance.now() + busyTimeoutMs;
      for (;;) {
        try {
          return await connection.executeQuery(query, options);
        } catch (error) {
          // Within a transaction the lock is held already; being busy there is final.
          const mayTryAgain = isBusy(error) && !database.isTransaction && performance.now() < givesUpAt;
          if (!mayTryAgain) throw error;
          await setTimeout(RETRY_MS);
        }
      }
    },
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof StoreUnavailable && ((error.cause as { errcode?: number }).errcode ?? 0) % 256 === BUSY;
}

function asKyselyWantsIt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = named(() => database.prepare(sql));
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => named(() => statement.all(...(parameters as SQLInputValue[]))),
        run: (parameters) => named(() => statement.run(...(parameters as SQLInputValue[]))),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

const BUSY = 5;
const RETRY_MS = 5;

/** Busy, out of memory, read-only, input or output, corrupt, full, cannot open, locking protocol, not a database. */
const UNAVAILABLE = new Set([BUSY, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

/** Tells a store that cannot be used right now from a mistake of ours. */
function named<Result>(ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    const { code, errcode } = error as { code?: string; errcode?: number };
    // The lowest byte is the kind of error, the others are its details: https://sqlite.org/rescode.html
    const isUnavailable = errcode !== undefined ? UNAVAILABLE.has(errcode & 0xff) : code === 'ERR_INVALID_STATE';
    throw isUnavailable ? new StoreUnavailable((error as Error).message, { cause: error }) : error;
  }
}
