import assert from 'node:assert/strict';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { Mistakes } from '../../../../src/errors/user-error.ts';
import { openSqliteStore } from '../../../../src/server/store/sqlite.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const now = Temporal.Instant.from('2026-11-21T09:00Z');

test('a new database is read by its owner alone, whatever the folder lets others do', async (t) => {
  const folder = await temporaryFolder(t);
  await chmod(folder, 0o755);
  const store = await openSqliteStore(join(folder, 'handrail.db'), now);
  t.after(() => store.close());

  const files = await readdir(folder);
  const modes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).mode & 0o777));

  assert.ok(files.length >= 2);
  assert.deepEqual(
    modes,
    files.map(() => 0o600),
  );
});

test('a database that a newer Handrail has changed is left alone', async (t) => {
  const path = join(await temporaryFolder(t), 'handrail.db');
  await (await openSqliteStore(path, now)).close();
  using database = new DatabaseSync(path);
  database.exec("insert into kysely_migration values ('9999-what-comes-later', '2030-01-01T00:00:00.000Z')");

  const mistakes = await mistakesOf(openSqliteStore(path, now));

  assert.deepEqual(mistakes, [
    {
      problem: 'A newer Handrail has changed this database (9999-what-comes-later); this one would not understand it.',
      where: { file: path },
      fix: 'Start the newer Handrail again, or put back the backup from before the change.',
    },
  ]);
});

test('a folder that cannot be made is named, with what to do', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'data'), 'a file where a folder should be');
  const path = join(folder, 'data', 'handrail.db');

  const mistakes = await mistakesOf(openSqliteStore(path, now));

  assert.match(mistakes[0]?.problem ?? '', /^The database cannot be opened and written here \(.+\)\.$/);
  assert.deepEqual(mistakes[0]?.where, { file: path });
  assert.equal(
    mistakes[0]?.fix,
    'Let the user who runs the server write in this folder, make room on the disk, or name another file in DATABASE_URL.',
  );
});

test('a file that is no database is not touched', async (t) => {
  const path = join(await temporaryFolder(t), 'handrail.db');
  await writeFile(path, 'Dear diary, '.repeat(100));

  const mistakes = await mistakesOf(openSqliteStore(path, now));

  assert.equal(mistakes[0]?.problem, 'The database cannot be opened and written here (file is not a database).');
});

async function mistakesOf(opening: Promise<unknown>) {
  const error = await opening.then(
    () => assert.fail('it opened'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Mistakes, String(error));
  return error.mistakes;
}
