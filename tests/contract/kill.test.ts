import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertKeptOnce, engines } from './engines.ts';
import { askForAPerson, startApi } from './start-api.ts';

const READERS = 16;
const ROUNDS: Readonly<Record<string, number>> = { SQLite: 5, PostgreSQL: 3 };
const DIE_AT_COMMIT = fileURLToPath(new URL('die-at-commit.ts', import.meta.url));

for (const { name, newPlace } of await engines()) {
  for (const window of ['before', 'after'] as const) {
    test(`kill -9 right ${window} a commit in ${name} neither loses nor doubles the escalation`, async (t) => {
      const place = await newPlace(t);
      const dying = await startApi(place.url, `DIE_AT_COMMIT=${window} exec "$1" --import ${DIE_AT_COMMIT} "$2"`);
      const died = once(dying.child, 'exit');
      const unanswered = await ask(dying.url, 'the key');
      const [, signal] = (await died) as [number | null, string | null];

      const kept = await place.rows('select 1 from escalations');
      const { child, url } = await startApi(place.url);
      t.after(() => child.kill('SIGKILL'));
      const again = await askForAPerson(url, 'the key');
      const onceMore = await askForAPerson(url, 'the key');

      assert.deepEqual([unanswered, signal], [undefined, 'SIGKILL']);
      assert.equal(kept.length, window === 'before' ? 0 : 1);
      assert.equal(again.status, window === 'before' ? 201 : 200);
      assert.deepEqual(onceMore, { status: 200, text: again.text });
      await assertKeptOnce(place, new Set(['the key']));
    });
  }

  const rounds = ROUNDS[name] ?? 0;
  test(`${rounds} rounds of kill -9 under load in ${name} lose nothing that was acknowledged, and double nothing`, async (t) => {
    const place = await newPlace(t);
    const acknowledged = new Map<string, string>();
    const sent = new Set<string>();

    for (let round = 0; round < rounds; round++) {
      const server = await startApi(place.url);
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

    const server = await startApi(place.url);
    t.after(() => server.child.kill('SIGKILL'));
    for (const [key, answer] of acknowledged) assert.equal(await ask(server.url, key), answer, key);
    // Those that were never answered are sent again by their browsers: each becomes one escalation, or is one already.
    for (const key of sent) assert.notEqual(await ask(server.url, key), undefined, key);
    await assertKeptOnce(place, sent);
    if (name === 'SQLite') assert.deepEqual(await place.rows('pragma integrity_check'), [{ integrity_check: 'ok' }]);
  });
}

/** The text of the answer, or undefined where the server died before it was whole. */
async function ask(url: string, key: string): Promise<string | undefined> {
  const answer = await askForAPerson(url, key).catch(() => undefined);
  if (answer) assert.ok(answer.status === 200 || answer.status === 201, `${answer.status}`);
  return answer?.text;
}
