import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { askForAPerson, startApi } from './start-api.ts';

const ROUNDS = 10;
const READERS = 16;

test('ten rounds of kill -9 under load lose nothing that was acknowledged, and double nothing', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-kill-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const database = join(folder, 'handrail.db');
  const acknowledged = new Map<string, string>();
  const sent = new Set<string>();

  for (let round = 0; round < ROUNDS; round++) {
    const server = await startApi(`file:${database}`);
    // A different number each round, so that the blow falls at different moments of a request.
    const enough = acknowledged.size + 20 + round * 7;
    let isDead = false;
    const died = once(server.child, 'exit');
    await Promise.all(
      Array.from({ length: READERS }, async (_, reader) => {
        for (let number = 0; !isDead; number++) {
          const key = `round-${round}-reader-${reader}-${number}`;
          sent.add(key);
          const answer = await ask(server.url, key);
          if (answer !== undefined) acknowledged.set(key, answer);
          if (acknowledged.size >= enough && !isDead) {
            isDead = true;
            server.child.kill('SIGKILL');
          }
        }
      }),
    );
    const [, signal] = (await died) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
  }

  const server = await startApi(`file:${database}`);
  t.after(() => server.child.kill('SIGKILL'));
  for (const [key, answer] of acknowledged) assert.equal(await ask(server.url, key), answer, key);
  // Those that were never answered are sent again by their browsers: each becomes one escalation, or is one already.
  for (const key of sent) assert.notEqual(await ask(server.url, key), undefined, key);
  using kept = new DatabaseSync(database, { readOnly: true });
  assert.deepEqual(
    kept
      .prepare('pragma integrity_check')
      .all()
      .map((row) => ({ ...row })),
    [{ integrity_check: 'ok' }],
  );
  assert.equal(kept.prepare('select count(*) as count from escalations').get()?.['count'], sent.size);
  const together = 'select count(*) as count from escalations join outbox on outbox.escalation_id = escalations.id';
  assert.equal(kept.prepare(together).get()?.['count'], sent.size);
  assert.equal(kept.prepare('select count(*) as count from outbox').get()?.['count'], sent.size);
});

/** The text of the answer, or undefined where the server died before it was whole. */
async function ask(url: string, key: string): Promise<string | undefined> {
  const answer = await askForAPerson(url, key).catch(() => undefined);
  if (answer) assert.ok(answer.status === 200 || answer.status === 201, `${answer.status}`);
  return answer?.text;
}
