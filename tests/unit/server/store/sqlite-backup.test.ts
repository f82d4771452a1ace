import assert from 'node:assert/strict';
import { access, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { Mistakes } from '../../../../src/errors/user-error.ts';
import { Vote } from '../../../../src/schema/vote.ts';
import { backUpSqlite, restoreSqlite } from '../../../../src/server/store/sqlite-backup.ts';
import { migrateSqlite, openSqliteStore } from '../../../../src/server/store/sqlite.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

const now = Temporal.Instant.from('2026-11-21T09:00Z');

test('a backup of a store in use is put back, and what stood there is kept aside', async (t) => {
  const { path, file, aside } = await places(t);
  const store = await openSqliteStore(path, now);
  await store.putVote(vote('first'));
  const backedUp = await backUpSqlite(path, file);
  await store.putVote(vote('second'));
  await store.close();

  const restored = await restoreSqlite(path, file, aside);

  assert.deepEqual(backedUp, { escalations: 0, votes: 1 });
  assert.deepEqual(restored, { escalations: 0, votes: 1, aside });
  assert.deepEqual(await readersIn(path), ['reader-first']);
  assert.deepEqual(await readersIn(aside), ['reader-second', 'reader-first']);
});

test('a backup is put back where there is no database yet', async (t) => {
  const { path, file, aside, folder } = await places(t);
  await (await openSqliteStore(path, now)).close();
  await backUpSqlite(path, file);
  const elsewhere = join(folder, 'elsewhere', 'handrail.db');

  const restored = await restoreSqlite(elsewhere, file, aside);

  assert.deepEqual(restored, { escalations: 0, votes: 0 });
  assert.deepEqual(await readersIn(elsewhere), []);
  await assert.rejects(access(aside));
});

test('nobody but its owner may read a backup', async (t) => {
  const { path, file } = await places(t);
  await (await openSqliteStore(path, now)).close();

  await backUpSqlite(path, file);

  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a file that is there already is not written over', async (t) => {
  const { path, file } = await places(t);
  await (await openSqliteStore(path, now)).close();
  await writeFile(file, 'Dear diary');

  const mistakes = await mistakesOf(backUpSqlite(path, file));

  assert.deepEqual(mistakes, [
    { problem: 'There is a file of this name already.', where: { file }, fix: 'Choose another name.' },
  ]);
});

test('a database that is not there is not made by backing it up', async (t) => {
  const { path, file, folder } = await places(t);

  const mistakes = await mistakesOf(backUpSqlite(path, file));

  assert.equal(mistakes[0]?.problem, 'There is no database here.');
  assert.deepEqual(await readdir(folder), []);
});

test('nothing is restored while a server has the database open', async (t) => {
  const { path, file, aside } = await places(t);
  const store = await openSqliteStore(path, now);
  t.after(() => store.close());
  await backUpSqlite(path, file);
  await store.putVote(vote('first'));

  const mistakes = await mistakesOf(restoreSqlite(path, file, aside));

  assert.deepEqual(mistakes, [
    {
      problem: 'A server has this database open.',
      where: { file: path },
      fix: 'Stop it, restore, and start it again.',
    },
  ]);
  assert.equal((await store.unhelpfulVotes(10)).length, 1);
});

test('a backup of a newer Handrail is not restored', async (t) => {
  const { path, file, aside } = await places(t);
  await (await openSqliteStore(path, now)).close();
  await backUpSqlite(path, file);
  using later = new DatabaseSync(file);
  later.exec("insert into kysely_migration values ('9999-what-comes-later', '2030-01-01T00:00:00.000Z')");

  const mistakes = await mistakesOf(restoreSqlite(path, file, aside));

  assert.deepEqual(mistakes, [
    {
      problem: 'A newer Handrail made this backup (9999-what-comes-later); this one would not understand it.',
      where: { file },
      fix: 'Restore it with that Handrail, or choose an older backup.',
    },
  ]);
});

test('half a backup is not restored', async (t) => {
  const { path, file, aside } = await places(t);
  await (await openSqliteStore(path, now)).close();
  await backUpSqlite(path, file);
  await truncate(file, 8_192);

  const mistakes = await mistakesOf(restoreSqlite(path, file, aside));

  assert.match(mistakes[0]?.problem ?? '', /^This is no whole database of Handrail \(.+\)\.$/s);
});

test('bringing a database up to date says which steps this took, and the second time that there were none', async (t) => {
  const { path } = await places(t);

  const steps = [await migrateSqlite(path), await migrateSqlite(path)];

  assert.equal(steps[0]?.[0], '0001-votes-and-escalations');
  assert.deepEqual(steps[1], []);
});

async function readersIn(path: string): Promise<string[]> {
  const store = await openSqliteStore(path, now);
  const votes = await store.unhelpfulVotes(10);
  await store.close();
  return votes.map((each) => each.vote.reader);
}

function vote(id: string) {
  const reader = `reader-${id}`;
  const castAt = id === 'first' ? now : now.add({ seconds: 1 });
  const contentHash = '0123456789abcdef';
  return { id, castAt, vote: Vote.parse({ article: 'some-article', helpful: false, reader, contentHash }) };
}

async function mistakesOf(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => assert.fail('it went through'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Mistakes, String(error));
  return error.mistakes;
}

async function places(t: TestContext) {
  const folder = await temporaryFolder(t);
  return {
    folder,
    path: join(folder, 'handrail.db'),
    file: join(folder, 'backup.db'),
    aside: join(folder, 'aside.db'),
  };
}
