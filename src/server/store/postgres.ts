import { Kysely, PostgresDialect, sql } from 'kysely';
import { Mistakes, type UserError } from '../../errors/user-error.ts';
import { StoreUnavailable, type Store } from '../store.ts';
import { BinaryText } from './binary-text.ts';
import { migrate } from './migrations.ts';
import { postgresPool } from './postgres-pool.ts';
import { sqlStore } from './sql-store.ts';
import type { Tables } from './tables.ts';

/** Of the hundred that PostgreSQL allows unless told otherwise, so that four servers fit, and whoever looks after them. */
const MAX_CONNECTIONS = 20;

/**
 * A store in a PostgreSQL database, which several servers may share. Every commit is on its disk before it is
 * acknowledged. Throws `Mistakes` where the database cannot be reached or written, or does not promise that.
 */
export async function openPostgresStore(url: string, now: Temporal.Instant): Promise<Store> {
  await migratePostgres(url);
  const pool = postgresPool(url, { max: MAX_CONNECTIONS });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const store = sqlStore(db, () => pool.end());
  try {
    await store.beat(now);
    return store;
  } catch (error) {
    await pool.end();
    throw opened(error, placeOf(url));
  }
}

/** Brings the database up to date, and gives the names of the steps that this took. Throws like `openPostgresStore`. */
export async function migratePostgres(url: string): Promise<string[]> {
  const place = placeOf(url);
  // An index over many rows may take minutes, and so may waiting for another server that makes it: no limit here.
  const pool = postgresPool(url, { max: 2, query_timeout: 0 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const mistakes = await brokenPromises(db, place);
    if (mistakes.length > 0) throw new Mistakes('This database does not promise enough.', mistakes);
    return await migrate(db.withPlugin(new BinaryText()), place);
  } catch (error) {
    throw opened(error, place);
  } finally {
    await pool.end();
  }
}

/** What the store relies on; each setting with the values that will do, and what goes wrong with others. */
const PROMISES = [
  {
    name: 'synchronous_commit',
    isKept: (value: string) => value !== 'off',
    breaks: 'what was acknowledged is lost with the power',
    fix: 'Set it to on: alter database … set synchronous_commit = on.',
  },
  {
    name: 'fsync',
    isKept: (value: string) => value === 'on',
    breaks: 'a crash of the machine can destroy the whole database',
    fix: 'Remove it from postgresql.conf, and restart PostgreSQL.',
  },
  {
    name: 'server_encoding',
    isKept: (value: string) => value === 'UTF8',
    breaks: 'it cannot keep what people write in every script',
    fix: "Make the database anew: create database … encoding 'UTF8' template template0.",
  },
  {
    name: 'default_transaction_isolation',
    isKept: (value: string) => value === 'read committed',
    breaks: 'requests that come twice at once fail instead of being recognised',
    fix: "Set it back: alter database … set default_transaction_isolation = 'read committed'.",
  },
];

async function brokenPromises(db: Kysely<Tables>, place: string): Promise<UserError[]> {
  const names = PROMISES.map(({ name }) => name);
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in (${sql.join(names)})`.execute(db);
  return PROMISES.flatMap(({ name, isKept, breaks, fix }) => {
    const value = rows.find((row) => row.name === name)?.setting ?? 'unknown';
    if (isKept(value)) return [];
    return [{ problem: `Here ${name} is ${value}: ${breaks}.`, where: { file: place, field: name }, fix }];
  });
}

/** The address without the password and whatever else stands in it that nobody should read in a log. */
function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function opened(error: unknown, place: string): unknown {
  const cause = error instanceof Error && !(error instanceof StoreUnavailable) ? error.cause : error;
  if (!(cause instanceof StoreUnavailable)) return error;
  const mistake = {
    problem: `The database cannot be reached and written (${cause.message}).`,
    where: { file: place, field: 'DATABASE_URL' },
    fix: 'Start PostgreSQL, make the database, let the user in DATABASE_URL make tables in it, or mend the address.',
  };
  return new Mistakes('The database cannot be used.', [mistake]);
}
