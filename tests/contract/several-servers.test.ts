import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startPostgres } from '../fixtures/postgres-server.ts';
import { assertKeptOnce, postgresPlace } from './engines.ts';
import { askForAPerson, startApi } from './start-api.ts';

const READERS = 16;
const GIVES_UP_AFTER_MS = 120_000;

const postgres = await startPostgres();
after(() => postgres.remove());

test('two servers on one PostgreSQL: one is killed under load, and nothing is lost or doubled', async (t) => {
  const place = postgresPlace(await postgres.newDatabase());
  const servers = await Promise.all([startApi(place.url), startApi(place.url)]);
  t.after(() => servers.forEach(({ child }) => child.kill('SIGKILL')));
  const [first, second] = servers.map(({ url }) => url) as [string, string];
  const acknowledged = new Map<string, string>();
  const keys = Array.from({ length: 400 }, (_, number) => `key-${number}`);

  const waiting = [...keys];
  await Promise.all(
    Array.from({ length: READERS }, async (_, reader) => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
        if (acknowledged.size >= 100) servers[0]?.child.kill('SIGKILL');
        const [here, there] = reader % 2 ? [first, second] : [second, first];
        acknowledged.set(key, await untilTaken([here, there], key));
      }
    }),
  );

  await assertKeptOnce(place, new Set(keys));
  for (const [key, answer] of acknowledged) {
    assert.deepEqual(await askForAPerson(second, key), { status: 200, text: answer }, key);
  }
});

test('one key that comes to two servers at once is kept once, and both give the same answer', async (t) => {
  const place = postgresPlace(await postgres.newDatabase());
  const servers = await Promise.all([startApi(place.url), startApi(place.url)]);
  t.after(() => servers.forEach(({ child }) => child.kill('SIGKILL')));

  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, number) => askForAPerson(servers[number % 2]?.url ?? '', 'the key')),
  );

  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  await assertKeptOnce(place, new Set(['the key']));
});

for (const how of ['fast', 'crash'] as const) {
  test(`PostgreSQL stops under load (${how}) and comes back: all that was acknowledged is there once`, async (t) => {
    const place = postgresPlace(await postgres.newDatabase());
    const { child, url } = await startApi(place.url);
    t.after(() => child.kill('SIGKILL'));
    const acknowledged = new Map<string, string>();
    const keys: string[] = [];
    const statuses = new Set<number>();
    // Some more where PostgreSQL takes so long to stop that nobody has been refused yet.
    const nextKey = () => {
      if (keys.length >= 300 && statuses.has(503)) return undefined;
      keys.push(`key-${keys.length}`);
      return keys.at(-1);
    };
    let restarted: Promise<void> | undefined;
    const restart = async () => {
      await postgres.stop(how);
      // Somebody is refused for certain before it is back.
      while (!statuses.has(503)) await setTimeout(5);
      await postgres.start();
    };

    await Promise.all(
      Array.from({ length: READERS }, async () => {
        for (let key = nextKey(); key !== undefined; key = nextKey()) {
          if (acknowledged.size >= 50) restarted ??= restart();
          acknowledged.set(key, await untilTaken([url], key, statuses));
        }
      }),
    );
    await restarted;

    assert.deepEqual([...statuses].sort(), statuses.has(200) ? [200, 201, 503] : [201, 503]);
    await assertKeptOnce(place, new Set(keys));
    for (const [key, answer] of acknowledged) {
      assert.deepEqual(await askForAPerson(url, key), { status: 200, text: answer }, key);
    }
  });
}

/** As a browser does it: with the same key, until somebody has taken it. Anything but "later" is a mistake. */
async function untilTaken(urls: readonly string[], key: string, statuses = new Set<number>()): Promise<string> {
  const givesUpAt = performance.now() + GIVES_UP_AFTER_MS;
  for (let tries = 0; performance.now() < givesUpAt; tries++) {
    const answer = await askForAPerson(urls[tries % urls.length] ?? '', key).catch(() => undefined);
    if (answer) statuses.add(answer.status);
    if (answer?.status === 200 || answer?.status === 201) return answer.text;
    assert.ok(answer === undefined || answer.status === 503, `${answer?.status}: ${answer?.text}`);
    await setTimeout(5);
  }
  assert.fail(`${key} was not taken.`);
}
