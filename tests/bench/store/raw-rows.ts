import { DatabaseSync } from 'node:sqlite';
import { withClient } from '../../fixtures/postgres-server.ts';

/** As long as an escalation of the load is, so that both write the same. */
const ROW = 'x'.repeat(900);

/** Rows per second that one writer gets into SQLite itself, each by a commit that is synced. */
export function rawSqliteRows(path: string, seconds: number): number {
  using database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table if not exists raw (row text)');
  const insert = database.prepare('insert into raw values (?)');
  const startedAt = performance.now();
  let rows = 0;
  for (; performance.now() - startedAt < seconds * 1_000; rows++) insert.run(ROW);
  return (rows * 1_000) / (performance.now() - startedAt);
}

/** The same for PostgreSQL: one connection, one row per commit, the next when the one before is answered. */
export async function rawPostgresRows(url: string, seconds: number): Promise<number> {
  return withClient(url, async (client) => {
    await client.query('create table if not exists raw (row text)');
    const startedAt = performance.now();
    let rows = 0;
    for (; performance.now() - startedAt < seconds * 1_000; rows++) {
      await client.query({ name: 'raw', text: 'insert into raw values ($1)', values: [ROW] });
    }
    return (rows * 1_000) / (performance.now() - startedAt);
  });
}
