import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { mailServer } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const REFERENCE = '7K3F-9Q2M';

test('npm run deliver delivers what waits, says so, and ends when it is asked to', async (t) => {
  const { url, mails } = await mailServer(t);
  const env = await withOneWaiting(t, { HELP_DESKS: 'smtp', SMTP_URL: url, SMTP_FROM: 'handrail@northlight.example' });
  const child = spawn(process.execPath, ['src/cli/deliver.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const delivered = new Promise<void>((done) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.includes('"event":"delivered"')) done();
    });
  });

  await delivered;
  child.kill('SIGTERM');
  const [status] = (await once(child, 'exit')) as [number | null];

  assert.equal(status, 0);
  assert.ok(lines.includes('Delivering to smtp, customers.'));
  assert.equal(mails.length, 1);
  assert.equal(run(env).stdout, 'Nobody is waiting.\n');
  assert.match(run(env, 'show', REFERENCE).stdout, /In smtp as <e1-smtp@northlight\.example>\./);
});

test('npm run deliver says what is missing where no help desk is set up', async (t) => {
  const env = await withOneWaiting(t, {});

  const { status, stderr } = spawnSync(process.execPath, ['src/cli/deliver.ts'], { env, encoding: 'utf8' });

  assert.equal(status, 1);
  assert.match(stderr, /^environment {2}HELP_DESKS\nNo help desk is set up, and no mail\.$/m);
});

test('a person takes an escalation over by hand, after which nobody waits', async (t) => {
  const env = await withOneWaiting(t, {});

  const taken = run(env, 'deliver-by-hand', REFERENCE.toLowerCase(), '--ticket', 'called back');
  const again = run(env, 'deliver-by-hand', REFERENCE, '--ticket', 'once more');

  assert.equal(taken.stdout, `${REFERENCE} is noted as taken over: called back.\n`);
  assert.equal(again.stdout, `${REFERENCE} had been delivered already.\n`);
  assert.equal(run(env).stdout, 'Nobody is waiting.\n');
  assert.match(run(env, 'show', REFERENCE).stdout, /Taken over: called back/);
  assert.match(run(env, 'show', 'AAAA-AAAA').stderr, /No escalation has the reference AAAA-AAAA\./);
  assert.match(run(env, 'retry', REFERENCE).stderr, /No help desk is set up, so there is nothing to try again\./);
});

async function withOneWaiting(t: TestContext, settings: Record<string, string>): Promise<Record<string, string>> {
  const folder = await temporaryFolder(t);
  const database = join(folder, 'handrail.db');
  const openedAt = Temporal.Now.instant();
  const store = await openSqliteStore(database, openedAt);
  const promisedBy = openedAt.add({ hours: 4 });
  await store.addEscalation(storedEscalation('e1', { reference: REFERENCE, openedAt, promisedBy }));
  await store.close();
  return { DATABASE_URL: `file:${database}`, ...settings };
}

function run(env: Record<string, string>, ...words: string[]) {
  return spawnSync(process.execPath, ['src/cli/escalations.ts', ...words], { env, encoding: 'utf8' });
}
