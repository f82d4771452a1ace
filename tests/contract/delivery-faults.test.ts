import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { openHelpDesks } from '../../src/help-desks/help-desks.ts';
import type { Store } from '../../src/server/store.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { everyDesk, type DeskWorld, type SomeDesk } from '../fixtures/desks/every-desk.ts';
import { mailDesk } from '../fixtures/desks/mail-desk.ts';
import { stubClient } from '../fixtures/desks/stub-client.ts';
import type { StubAnswer, StubRequest } from '../fixtures/http-stub.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';
import { live, START, type FaultyDesk, type Outcome } from './faulty-world.ts';

// Seeded worlds in which everything goes wrong that can: `HANDRAIL_FAULT_RUNS=1000` for more of them.
const RUNS = Number(process.env['HANDRAIL_FAULT_RUNS'] ?? 14);
// Each commit is synced there.
const RUNS_IN_POSTGRES = Number(process.env['HANDRAIL_FAULT_RUNS'] ?? 7);
const URL_OF_DESK = 'https://desk.example';
const NOT_READ = 0.1;

for (const [name, some] of Object.entries(everyDesk)) {
  test(`${RUNS} seeded runs of faults lose nothing and double nothing at ${name}`, async (t) => {
    const store = await fastStore(t);
    let [things, added] = [0, 0];

    for (let seed = 1; seed <= RUNS; seed++) {
      const { seen, wanted } = await live(seed, store, httpDesk(some));

      assert.deepEqual(seen, wanted, `seed ${seed}`);
      things += wanted.length;
      added += wanted.filter((each) => each.includes('/')).length;
    }
    assert.ok(added > 0, 'no customer added anything, so nothing was shown');
    t.diagnostic(`${things} things were delivered, ${added} of them follow-ups; 0 lost, 0 doubled.`);
  });
}

test(`${RUNS} seeded runs of faults lose no mail, and every second one says that it may be one`, async (t) => {
  const store = await fastStore(t);
  let [things, doubled] = [0, 0];

  for (let seed = 1; seed <= RUNS; seed++) {
    const { wanted, seconds } = await mailWorld(seed, store);
    things += wanted.length;
    doubled += seconds;
  }
  assert.ok(doubled > 0, 'no run doubled a mail, so nothing was shown');
  t.diagnostic(`${things} things were sent; 0 lost, ${doubled} doubled, all of them labelled.`);
});

test(`${RUNS_IN_POSTGRES} seeded runs in PostgreSQL, each desk in turn, lose nothing, and double nothing but mail that says so`, async (t) => {
  const postgres = await startPostgres();
  after(() => postgres.remove());
  const store = await openPostgresStore(await postgres.newDatabase(), START);
  t.after(() => store.close());
  const desks = Object.values(everyDesk);
  let [things, doubled] = [0, 0];

  for (let seed = 1; seed <= RUNS_IN_POSTGRES; seed++) {
    const some = desks[seed % (desks.length + 1)];
    if (some) {
      const { seen, wanted } = await live(seed, store, httpDesk(some));
      assert.deepEqual(seen, wanted, `seed ${seed}`);
      things += wanted.length;
    } else {
      const { wanted, seconds } = await mailWorld(seed, store);
      things += wanted.length;
      doubled += seconds;
    }
  }
  t.diagnostic(`${things} things were delivered; 0 lost, ${doubled} doubled, all of them mail, and labelled.`);
});

/** Throws where a mail was lost, or is a second one and does not say so; tells how many were second ones. */
async function mailWorld(seed: number, store: Store): Promise<Outcome & { seconds: number }> {
  let mails: ReturnType<typeof mailDesk>['mails'] = [];
  const outcome = await live(seed, store, ({ fate }) => {
    const desk = mailDesk(fate);
    mails = desk.mails;
    return desk;
  });
  for (const reference of outcome.wanted) {
    const [first, ...more] = mails.filter((mail) => mail.reference === reference);
    assert.ok(first, `seed ${seed}: ${reference} was lost`);
    assert.ok(
      more.every(({ saysSo }) => saysSo),
      `seed ${seed}: a second mail on ${reference} does not say so`,
    );
  }
  return { ...outcome, seconds: mails.length - outcome.wanted.length };
}

function httpDesk({ settings, stub, lost }: SomeDesk): (world: DeskWorld) => FaultyDesk {
  return (world) => {
    const made = stub(world);
    const client = stubClient(badlyRead(made.answer, world));
    const [desk] = openHelpDesks({ desks: [settings(URL_OF_DESK)], innerHosts: [] }, '', client);
    assert.ok(desk);
    return { desk, stub: made, lost };
  };
}

/** Questions are not answered now and then either, as long as the world is bad. */
function badlyRead(answer: (request: StubRequest) => StubAnswer, { fate, random }: DeskWorld) {
  return (request: StubRequest): StubAnswer => {
    if (request.method !== 'GET' || random() >= NOT_READ) return answer(request);
    const becomes = fate();
    return typeof becomes === 'object' ? becomes : becomes === 'taken' ? answer(request) : 'silence';
  };
}

/** A real store, in memory where this system has a folder for that: thousands of syncs are not what is looked at. */
async function fastStore(t: TestContext): Promise<Store> {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'handrail-faults-'));
  const store = await openSqliteStore(join(folder, 'handrail.db'), START);
  t.after(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return store;
}
