import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { HelpDesk } from '../../src/help-desks/help-desk.ts';
import { openHelpDesks, type DeskSettings } from '../../src/help-desks/help-desks.ts';
import { deliverOne } from '../../src/server/deliver-one.ts';
import type { Store } from '../../src/server/store.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { seededRandom } from '../bench/random.ts';
import { chatwootStub } from '../fixtures/desks/chatwoot-stub.ts';
import type { DeskStub, Fate } from '../fixtures/desks/desk-stub.ts';
import { freshdeskStub } from '../fixtures/desks/freshdesk-stub.ts';
import { helpScoutStub } from '../fixtures/desks/help-scout-stub.ts';
import { mailDesk } from '../fixtures/desks/mail-desk.ts';
import { stubClient } from '../fixtures/desks/stub-client.ts';
import { webhookStub } from '../fixtures/desks/webhook-stub.ts';
import { zammadStub } from '../fixtures/desks/zammad-stub.ts';
import { zendeskStub } from '../fixtures/desks/zendesk-stub.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';

// Seeded worlds in which everything goes wrong that can: `HANDRAIL_FAULT_RUNS=1000` for more of them.
const RUNS = Number(process.env['HANDRAIL_FAULT_RUNS'] ?? 40);
const ESCALATIONS = 4;
const BAD_ROUNDS = 25;
const START = Temporal.Instant.from('2026-11-23T09:00Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const URL_OF_DESK = 'https://desk.example';

type World = { random: () => number; fate: () => Fate; trueMs: () => number };
type Opened = { desk: HelpDesk; stub: DeskStub };

const openers: Record<string, (world: World) => Opened> = {
  zendesk: ({ fate, trueMs }) =>
    httpDesk(
      { kind: 'zendesk', url: URL_OF_DESK, email: 'agent@northlight.example', token: 'zd-token', fields: {} },
      zendeskStub(fate, trueMs),
    ),
  freshdesk: ({ fate }) =>
    httpDesk({ kind: 'freshdesk', url: URL_OF_DESK, key: 'fd-key', fields: {} }, freshdeskStub(fate)),
  zammad: ({ fate }) =>
    httpDesk({ kind: 'zammad', url: URL_OF_DESK, token: 'za-token', group: 'Support', fields: {} }, zammadStub(fate)),
  'chatwoot at each step': ({ fate, random }) => {
    const step = (['contact', 'conversation', 'message'] as const)[Math.floor(random() * 3)];
    return httpDesk(
      { kind: 'chatwoot', url: URL_OF_DESK, inbox: 'inbox-1', hmacToken: 'cw-hmac' },
      chatwootStub(fate, step),
    );
  },
  'help-scout': ({ fate }) =>
    httpDesk(
      { kind: 'help-scout', url: URL_OF_DESK, appId: 'hs-app', appSecret: 'hs-secret', mailboxId: 85, fields: {} },
      helpScoutStub(fate),
    ),
  webhook: ({ fate }) =>
    httpDesk(
      { kind: 'webhook', url: `${URL_OF_DESK}/hook`, secrets: [SECRET] },
      webhookStub(fate, SECRET, { anyTime: true }),
    ),
};

for (const [name, open] of Object.entries(openers)) {
  test(`${RUNS} seeded runs of faults lose nothing and double nothing at ${name}`, async (t) => {
    const store = await fastStore(t);

    for (let seed = 1; seed <= RUNS; seed++) {
      const { tickets, references } = await live(seed, store, open);

      assert.deepEqual(tickets.sort(), references, `seed ${seed}`);
    }
  });
}

test(`${RUNS} seeded runs of faults lose no mail, and every second one says that it may be one`, async (t) => {
  const store = await fastStore(t);
  let doubled = 0;

  for (let seed = 1; seed <= RUNS; seed++) {
    let mails: ReturnType<typeof mailDesk>['mails'] = [];
    const { references } = await live(seed, store, ({ fate }) => {
      const desk = mailDesk(fate);
      mails = desk.mails;
      return desk;
    });

    for (const reference of references) {
      const [first, ...more] = mails.filter((mail) => mail.reference === reference);
      assert.ok(first, `seed ${seed}: ${reference} was lost`);
      assert.ok(
        more.every(({ saysSo }) => saysSo),
        `seed ${seed}: a second mail on ${reference} does not say so`,
      );
      doubled += more.length;
    }
  }
  assert.ok(doubled > 0, 'no run doubled a mail, so nothing was shown');
});

/** One world: bad for a while, then good, until everything is where it belongs. */
async function live(seed: number, store: Store, open: (world: World) => Opened) {
  const random = seededRandom(seed);
  const chance = (of: number) => random() < of;
  let isBad = true;
  // The clock of the machines may jump; that of the world does not.
  let [clock, trueMs] = [START, 0];
  const fate = () => (isBad ? badFate(random) : 'taken');
  const { desk, stub } = open({ random, fate, trueMs: () => trueMs });
  const ids = Array.from({ length: ESCALATIONS }, (_, index) => `s${seed}-${index}`);
  const references = ids.map((_, index) => `${String(seed).padStart(4, '0')}-RE${String(index).padStart(2, '0')}`);
  for (const [index, id] of ids.entries()) {
    await store.addEscalation(storedEscalation(id, { reference: references[index] ?? '', openedAt: clock }));
  }

  for (let round = 0; ; round++) {
    isBad = round < BAD_ROUNDS;
    assert.ok(round < BAD_ROUNDS + 60, `seed ${seed} came to no end`);
    const minutes = isBad ? random() * 20 : 70;
    trueMs += minutes * 60_000;
    clock = clock.add({ seconds: Math.round(minutes * 60) });
    if (isBad && chance(0.1)) clock = clock.add({ minutes: Math.round((random() - 0.5) * 2 * 4 * 24 * 60) });
    await store.assignDesks([desk.kind], clock, 100);
    const workers = ['a', 'b'].map((worker) => work(`${seed}-${round}-${worker}`, store, desk, clock, random, isBad));
    await Promise.all(workers);
    // People mend what was rejected and have it tried again, sooner or later.
    if (!isBad || chance(0.3)) await store.retryNow(undefined, [desk.kind], clock);
    const { waiting, retrying, needsAPerson } = await store.outboxCounts();
    if (waiting + retrying + needsAPerson === 0) break;
  }

  for (const reference of references) {
    const kept = await store.escalationByReference(reference);
    const states = kept?.deliveries.map(({ desk: kind, state }) => `${kind} ${state}`);
    assert.deepEqual(states, [`${desk.kind} delivered`], `seed ${seed}: ${reference} in our store`);
  }
  return { tickets: stub.tickets(), references };
}

/** A worker of its own, which may die after it took work on, or after the desk took it and before that was noted. */
async function work(
  token: string,
  store: Store,
  desk: HelpDesk,
  now: Temporal.Instant,
  random: () => number,
  isBad: boolean,
): Promise<void> {
  const due = await store.leaseDue(desk.kind, { token, now, until: now.add({ minutes: 5 }) }, 2);
  if (isBad && random() < 0.1) return;
  const dying: Store = {
    ...store,
    noteDelivered: (...noted) => (isBad && random() < 0.2 ? Promise.reject(new Died()) : store.noteDelivered(...noted)),
    noteEnded: (...noted) => (isBad && random() < 0.2 ? Promise.reject(new Died()) : store.noteEnded(...noted)),
  };
  for (const delivery of due) {
    const context = { store: dying, timeZone: 'UTC', log: () => undefined, now: () => now, chance: random };
    try {
      await deliverOne(delivery, desk, token, { ...context, pause: async () => undefined });
    } catch (error) {
      if (error instanceof Died) return;
      throw error;
    }
  }
}

class Died extends Error {}

function badFate(random: () => number): Fate {
  const fates: Fate[] = [
    'taken',
    'taken',
    'taken-silence',
    'taken-half',
    'taken-reset',
    'lost',
    { status: 500, body: 'Oh.' },
    { status: 503, headers: { 'retry-after': '600' } },
    { status: 429, headers: { 'retry-after': '30' } },
    { status: 422, body: { error: 'No.' } },
    { status: 401, body: { error: 'Who?' } },
  ];
  return fates[Math.floor(random() * fates.length)] ?? 'taken';
}

function httpDesk(settings: DeskSettings, stub: DeskStub): Opened {
  const [desk] = openHelpDesks({ desks: [settings], innerHosts: [] }, '', stubClient(stub.answer));
  assert.ok(desk);
  return { desk, stub };
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
