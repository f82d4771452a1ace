import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { SharedCommits } from '../../../../src/server/store/shared-commits.ts';
import { named } from '../../../../src/server/store/sqlite-errors.ts';
import { StoreUnavailable } from '../../../../src/server/store.ts';

test('what is written at the same time shares one commit', async (t) => {
  const { commits, insert, count, commands } = await written(t);

  await Promise.all(Array.from({ length: 50 }, (_, id) => commits.write(() => insert(id))));

  assert.equal(count(), 50);
  assert.equal(commands().filter((command) => command === 'commit').length, 1);
});

test('whoever writes is answered after the commit, not before', async (t) => {
  const { commits, insert, commands } = await written(t);
  const first = commits.write(() => insert(1)).then(() => commands().at(-1));
  const second = commits.write(() => insert(2)).then(() => commands().at(-1));

  const lastCommands = await Promise.all([first, second]);

  assert.deepEqual(lastCommands, ['commit', 'commit']);
});

test('where there is always one more that joins, the first are answered all the same', async (t) => {
  const { commits, insert } = await written(t);
  const most = 100_000;
  let isAnswered = false;
  void commits.write(() => insert(0)).then(() => (isAnswered = true));

  const others: Promise<unknown>[] = [];
  for (let id = 1; !isAnswered && id < most; id++) {
    others.push(commits.write(() => insert(id)));
    await setImmediate();
  }
  await Promise.all(others);

  assert.ok(others.length < most - 1);
});

test('one that fails leaves the others of its commit alone', async (t) => {
  const { commits, insert, count } = await written(t);

  const results = await Promise.allSettled([1, 2, 1, 3].map((id) => commits.write(() => insert(id))));

  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal(count(), 3);
});

test('a part of several statements is kept as a whole or not at all', async (t) => {
  const { commits, insert, count } = await written(t);
  const other = commits.write(() => insert(1));
  const part = await commits.begin();

  part.run(() => insert(2));
  part.run(() => insert(3));
  part.undo();
  await other;

  assert.equal(count(), 1);
});

test('a commit that fails is answered to all who are in it, nothing of it is kept, and the next one goes through', async (t) => {
  const { commits, insert, count, database } = await written(t);
  const { page_count: pages } = database.prepare('pragma page_count').get() as { page_count: number };
  database.exec(`pragma max_page_count = ${pages + 10}`);

  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, id) => commits.write(() => insert(id, 'x'.repeat(10_000)))),
  );
  const keptOfFull = count();
  database.exec('pragma max_page_count = 100000');
  await commits.write(() => insert(1));

  const acknowledged = results.filter(({ status }) => status === 'fulfilled');
  assert.equal(keptOfFull, acknowledged.length);
  assert.ok(acknowledged.length < results.length);
  for (const result of results) {
    if (result.status === 'rejected') assert.ok(result.reason instanceof StoreUnavailable, String(result.reason));
  }
  assert.equal(count(), keptOfFull + 1);
});

test('where the commit itself fails nobody is told that it went well', async (t) => {
  const { commits, insert, count, database } = await written(t);
  const exec = database.exec.bind(database);
  const failing = t.mock.method(database, 'exec', (command: string) => {
    if (command === 'commit') throw Object.assign(new Error('disk I/O error'), { errcode: 1034 });
    exec(command);
  });

  const results = await Promise.allSettled([commits.write(() => insert(1)), commits.write(() => insert(2))]);
  failing.mock.restore();

  for (const result of results) {
    assert.ok(result.status === 'rejected' && result.reason instanceof StoreUnavailable);
    assert.equal(result.reason.message, 'disk I/O error');
  }
  assert.equal(count(), 0);
  await commits.write(() => insert(3));
  assert.equal(count(), 1);
});

test('what is read is handed out when it is on the disk', async (t) => {
  const { commits, insert, count, commands } = await written(t);
  const writing = commits.write(() => insert(1));

  const seen = await commits.read(count).then((rows) => ({ rows, last: commands().at(-1) }));

  await writing;
  assert.deepEqual(seen, { rows: 1, last: 'commit' });
});

test('what is read while nobody writes needs no commit', async (t) => {
  const { commits, count, commands } = await written(t);

  await commits.read(count);

  assert.deepEqual(commands(), []);
});

test('while somebody else writes, a write waits until it may', async (t) => {
  const { commits, insert, count, path } = await written(t);
  using other = new DatabaseSync(path);
  other.exec('begin immediate; insert into kept values (1, null)');

  const writing = commits.write(() => insert(2));
  await setImmediate();
  other.exec('commit');
  await writing;

  assert.equal(count(), 2);
});

test('when somebody else writes for too long, all who wait are told so at the same time', async (t) => {
  const { commits, insert, path } = await written(t, { busyTimeoutMs: 200 });
  using other = new DatabaseSync(path);
  other.exec('begin immediate');
  const startedAt = performance.now();

  const results = await Promise.allSettled(Array.from({ length: 100 }, (_, id) => commits.write(() => insert(id))));

  assert.ok(results.every(({ status }) => status === 'rejected'));
  // One after the other they would take twenty.
  assert.ok(performance.now() - startedAt < 10_000);
});

test('closing waits for what is being written', async (t) => {
  const { commits, insert, path } = await written(t);
  const writing = commits.write(() => insert(1));

  await Promise.all([writing, commits.close()]);

  using database = new DatabaseSync(path);
  assert.deepEqual({ ...database.prepare('select count(*) as count from kept').get() }, { count: 1 });
});

async function written(t: TestContext, { busyTimeoutMs = 5_000 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-commits-'));
  const path = join(folder, 'kept.db');
  const database = new DatabaseSync(path);
  t.after(async () => {
    if (database.isOpen) database.close();
    await rm(folder, { recursive: true });
  });
  database.exec('pragma journal_mode = wal; pragma busy_timeout = 0; create table kept (id primary key, text)');
  const exec = t.mock.method(database, 'exec');
  const commands = () => exec.mock.calls.map(({ arguments: [command] }) => command);
  const insert = (id: number, text = '') =>
    named(() => database.prepare('insert into kept values (?, ?)').run(id, text));
  const count = () => database.prepare('select count(*) as count from kept').get()?.['count'];
  return { commits: new SharedCommits(database, busyTimeoutMs), database, path, insert, count, commands };
}
