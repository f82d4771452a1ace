import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Mistakes } from '../../src/errors/user-error.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { startPostgres, withClient } from '../fixtures/postgres-server.ts';

const now = Temporal.Instant.from('2026-11-21T09:00Z');

const postgres = await startPostgres();
after(() => postgres.remove());

test('a PostgreSQL that acknowledges before it has synced is not used', async () => {
  const url = await postgres.newDatabase();
  await withClient(url, (client) => client.query(`alter database ${nameOf(url)} set synchronous_commit = off`));

  const mistakes = await mistakesOf(openPostgresStore(url, now));

  assert.deepEqual(mistakes, [
    {
      problem: 'Here synchronous_commit is off: what was acknowledged is lost with the power.',
      where: { file: url.replace('handrail@', ''), field: 'synchronous_commit' },
      fix: 'Set it to on: alter database … set synchronous_commit = on.',
    },
  ]);
});

test('a PostgreSQL that nobody answers for is named without its password', async () => {
  const mistakes = await mistakesOf(openPostgresStore('postgres://desk:hunter2@127.0.0.1:1/handrail', now));

  assert.deepEqual(mistakes, [
    {
      problem: 'The database cannot be reached and written (connect ECONNREFUSED 127.0.0.1:1).',
      where: { file: 'postgres://127.0.0.1:1/handrail', field: 'DATABASE_URL' },
      fix: 'Start PostgreSQL, make the database, let the user in DATABASE_URL make tables in it, or mend the address.',
    },
  ]);
});

test('a database that is missing is named', async () => {
  const url = await postgres.newDatabase();

  const mistakes = await mistakesOf(openPostgresStore(`${url}_not`, now));

  assert.match(mistakes[0]?.problem ?? '', /^The database .*\(database "handrail_\d+_not" does not exist\)\.$/);
});

test('a PostgreSQL database that a newer Handrail has changed is left alone', async () => {
  const url = await postgres.newDatabase();
  await (await openPostgresStore(url, now)).close();
  const later = "insert into kysely_migration values ('9999-what-comes-later', '2030-01-01T00:00:00.000Z')";
  await withClient(url, (client) => client.query(later));

  const mistakes = await mistakesOf(openPostgresStore(url, now));

  assert.match(mistakes[0]?.problem ?? '', /^A newer Handrail has changed this database \(9999-what-comes-later\)/);
});

test('in PostgreSQL text is compared byte by byte, whatever the language of the database', async () => {
  const url = await postgres.newDatabase();
  await (await openPostgresStore(url, now)).close();

  const others = await withClient(url, (client) =>
    client.query(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`),
  );

  assert.deepEqual(others.rows, []);
});

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function mistakesOf(opening: Promise<unknown>) {
  const error = await opening.then(
    () => assert.fail('it opened'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Mistakes, String(error));
  return error.mistakes;
}
