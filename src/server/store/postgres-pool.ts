import { DatabaseError, Pool, type PoolConfig } from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { StoreUnavailable } from '../store.ts';

const CONNECTS_WITHIN_MS = 5_000;
const ANSWERS_WITHIN_MS = 10_000;

/** Connections as Kysely wants them, which tell a database that cannot be used right now from a mistake of ours. */
export function postgresPool(url: string, limits: Pick<PoolConfig, 'max' | 'query_timeout'>): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECTS_WITHIN_MS,
    // A network that swallows everything would keep a reader waiting for ever.
    query_timeout: ANSWERS_WITHIN_MS,
    keepAlive: true,
    application_name: 'handrail',
    ...limits,
  });
  // A connection that breaks while nobody uses it is replaced; one that breaks in use fails the query that it runs.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let ended: Promise<void> | undefined;
  return {
    options: pool.options,
    connect: async () => {
      const client = await named(pool.connect());
      let isUsable = true;
      const query = async (text: string, parameters: readonly unknown[]) => {
        try {
          return await named(client.query(text, [...parameters]));
        } catch (error) {
          // Whatever the connection still waits for, nobody else may get the answer to it.
          if (error instanceof StoreUnavailable) isUsable = false;
          throw error;
        }
      };
      // Kysely may also hand over cursors, to read row by row, which the store does not ask for.
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(!isUsable) };
    },
    end: () => (ended ??= pool.end()),
  };
}

/**
 * Connection lost; read-only (a standby); not let in; no such database; deadlock; no privilege; no resources, disk
 * full among them; locked; shut down or cancelled; input or output; damaged.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const UNAVAILABLE = /^(08|25006|28|3D|40|42501|53|55P03|57|58|XX00[12])/;

async function named<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    // What the database itself did not say comes from the way there: refused, broken off, too late, closed.
    const isUnavailable = !(error instanceof DatabaseError) || UNAVAILABLE.test(error.code ?? '');
    throw isUnavailable ? new StoreUnavailable(reasonOf(error as Error), { cause: error }) : error;
  }
}

/** Where a name has several addresses, and none answers, the message is empty and the code says why. */
function reasonOf(error: Error & { code?: string }): string {
  return error.message || error.code || error.name;
}
