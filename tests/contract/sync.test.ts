import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { until } from '../fixtures/until.ts';
import { askForAPerson, startApi } from './start-api.ts';

const canWatch = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

test('the store is told to sync at every commit, before it is told anything else', async (t) => {
  const folder = await temporaryFolder(t);
  const commands: string[] = [];
  const exec = DatabaseSync.prototype.exec;
  t.mock.method(DatabaseSync.prototype, 'exec', function (this: DatabaseSync, command: string) {
    commands.push(command);
    exec.call(this, command);
  });

  const store = await openSqliteStore(join(folder, 'handrail.db'), Temporal.Instant.from('2026-11-21T09:00Z'));
  await store.close();

  assert.equal(commands[0], 'pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off;');
  assert.deepEqual(
    commands.filter((command) => command.includes('synchronous')),
    commands.slice(0, 1),
  );
});

// Where strace is not installed or not allowed, the test above and those of the shared commits have to do.
if (canWatch) {
  test('the system is seen to sync what was written before the answer leaves', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'handrail-sync-'));
    const seen = join(folder, 'seen');
    // -D: the watched one stays our child, so that killing it ends both.
    const watch = `exec strace -D -f -y -e trace=write,writev,pwrite64,fsync,fdatasync -s 20 -o ${seen} "$@"`;
    const { child, url } = await startApi(`file:${join(folder, 'handrail.db')}`, watch);
    t.after(async () => {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    });

    for (let number = 0; number < 20; number++) await askForAPerson(url, `request-${number}`);

    let calls: string[] = [];
    const answersIn = (all: string[]) =>
      all.flatMap((call, at) => (/writev?\(.*"HTTP\/1\.1 201/.test(call) ? [at] : []));
    // An answer has arrived before it is noted that it left.
    const twenty = async () => answersIn((calls = wholeCalls(await readFile(seen, 'utf8')))).length >= 20;
    await until('twenty answers in the calls', twenty);
    const answers = answersIn(calls);
    assert.equal(answers.length, 20);
    for (const answeredAt of answers) {
      const before = calls.slice(0, answeredAt);
      const writtenAt = before.findLastIndex((call) => /pwrite64\(.*\.db-wal>/.test(call));
      const syncedAt = before.findLastIndex((call) => /f(data)?sync\(.*\.db-wal>\) = 0$/.test(call));
      assert.ok(writtenAt >= 0 && syncedAt > writtenAt, before.slice(-5).join('\n'));
    }
    // Each has written something of its own, so that no answer can lean on the sync of the one before.
    const written = answers.map((answeredAt, number) =>
      calls.slice(answers[number - 1] ?? 0, answeredAt).some((call) => /pwrite64\(.*\.db-wal>/.test(call)),
    );
    assert.ok(written.every(Boolean));
  });

  test('where the disk fails to sync nobody is told that it went well, and nothing acknowledged is lost', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'handrail-sync-'));
    const database = `file:${join(folder, 'handrail.db')}`;
    const inject = 'inject=fsync,fdatasync:error=EIO:when=40+';
    const failing = await startApi(database, `exec strace -D -f -o /dev/null -e ${inject} "$@"`);
    t.after(async () => {
      failing.child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    });
    const acknowledged = new Map<string, string>();
    const statuses = new Set<number>();

    for (let number = 0; number < 60; number++) {
      const { status, text } = await askForAPerson(failing.url, `request-${number}`);
      statuses.add(status);
      if (status === 201) acknowledged.set(`request-${number}`, text);
    }
    failing.child.kill('SIGKILL');
    const mended = await startApi(database);
    t.after(() => mended.child.kill('SIGKILL'));

    assert.deepEqual([...statuses].sort(), [201, 503]);
    assert.ok(acknowledged.size < 60);
    for (const [key, text] of acknowledged) {
      assert.deepEqual(await askForAPerson(mended.url, key), { status: 200, text });
    }
  });
}

/** The calls in the order in which they ended; strace parts a call in which another thread is seen to call. */
function wholeCalls(seen: string): string[] {
  const begun = new Map<string, string>();
  return seen.split('\n').flatMap((line) => {
    const [, thread = '', start] = /^(\d+) +(.*) <unfinished \.\.\.>$/.exec(line) ?? [];
    if (start !== undefined) {
      begun.set(thread, start);
      return [];
    }
    const [, resumed = '', rest] = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? [];
    return rest === undefined ? [line] : [`${resumed} ${begun.get(resumed) ?? ''}${rest.replace(/ +/, ' ')}`];
  });
}
