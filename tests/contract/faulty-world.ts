import assert from 'node:assert/strict';
import type { HelpDesk } from '../../src/help-desks/help-desk.ts';
import type { CustomerAct } from '../../src/schema/escalation-event.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { deliverOne } from '../../src/server/deliver-one.ts';
import type { Store } from '../../src/server/store.ts';
import { seededRandom } from '../bench/random.ts';
import type { DeskStub } from '../fixtures/desks/desk-stub.ts';
import { badFate, type DeskWorld } from '../fixtures/desks/every-desk.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';

export const START = Temporal.Instant.from('2026-11-23T09:00Z');

export type FaultyDesk = { desk: HelpDesk; stub: DeskStub; lost?: string | undefined };

/** What agents see in the end, in alphabetical order, and what they should: each reference and each mark once. */
export type Outcome = { seen: string[]; wanted: string[] };

const ESCALATIONS = 4;
const MOST_FOLLOW_UPS = 3;
const BAD_ROUNDS = 25;
const GOOD_ROUNDS = 80;
const RARELY = 0.02;

/**
 * One world: bad for a while, then good, until everything is where it belongs. Requests are opened, and customers add
 * to them, while desks fail, workers die, tickets are closed for good and clocks jump. Throws where our own store has
 * anything twice or not at all.
 */
export async function live(seed: number, store: Store, open: (world: DeskWorld) => FaultyDesk): Promise<Outcome> {
  const random = seededRandom(seed);
  const chance = (of: number) => random() < of;
  let isBad = true;
  // The clock of the machines may jump; that of the world does not.
  let [clock, trueMs] = [START, 0];
  const fate = () => (isBad ? badFate(random) : 'taken');
  const { desk, stub, lost } = open({ random, fate, trueMs: () => trueMs });
  const ids = Array.from({ length: ESCALATIONS }, (_, index) => `s${seed}-${desk.kind}-${index}`);
  const referenceOf = (index: number) => `${String(seed).padStart(4, '0')}-RE${String(index).padStart(2, '0')}`;
  for (const [index, id] of ids.entries()) {
    await store.addEscalation(storedEscalation(id, { reference: referenceOf(index), openedAt: clock }));
  }

  for (let round = 0; ; round++) {
    isBad = round < BAD_ROUNDS;
    assert.ok(round < BAD_ROUNDS + GOOD_ROUNDS, `seed ${seed} came to no end`);
    const minutes = isBad ? random() * 20 : 70;
    trueMs += minutes * 60_000;
    clock = clock.add({ seconds: Math.round(minutes * 60) });
    if (isBad && chance(0.1)) clock = clock.add({ minutes: Math.round((random() - 0.5) * 2 * 4 * 24 * 60) });
    for (const id of ids) if (isBad && chance(MOST_FOLLOW_UPS / 2 / BAD_ROUNDS)) await addTo(store, id, clock, random);
    if (isBad && lost !== undefined && chance(RARELY)) stub.lose?.(lost);
    await store.assignDesks([desk.kind], clock, 100);
    const workers = ['a', 'b'].map((worker) => work(`${seed}-${round}-${worker}`, store, desk, clock, random, isBad));
    await Promise.all(workers);
    // People mend what was rejected and have it tried again, sooner or later.
    if (!isBad || chance(0.3)) await store.retryNow(undefined, [desk.kind], clock);
    const { waiting, retrying, needsAPerson } = await store.outboxCounts();
    if (!isBad && waiting + retrying + needsAPerson === 0) break;
  }

  const wanted: string[] = [];
  for (const [index, id] of ids.entries()) {
    const reference = referenceOf(index);
    const events = await store.eventsOf(id);
    const kept = await store.escalationByReference(reference);
    const rows = kept?.deliveries.map((row) => `${row.id} ${row.state}`).sort();
    const once = [id, ...events.map((event) => event.id)].map((each) => `${each}-${desk.kind} delivered`).sort();
    assert.deepEqual(rows, once, `seed ${seed}: ${reference} in our store`);
    const marks = events.map((event) => `${reference}/${event.id.replaceAll('-', '').slice(-8)}`);
    wanted.push(reference, ...marks);
  }
  return { seen: [...stub.tickets(), ...stub.added()].sort(), wanted: wanted.sort() };
}

/** A customer does something with the request; a form that is sent twice is kept once. */
async function addTo(store: Store, id: string, now: Temporal.Instant, random: () => number): Promise<void> {
  const acts: CustomerAct[] = [
    { kind: 'message', text: 'It still beeps.' },
    { kind: 'mended' },
    { kind: 'reopened', text: 'No.' },
  ];
  const act = acts[Math.floor(random() * acts.length)] ?? { kind: 'mended' };
  const doing = { act, idempotencyKey: `${id}-${random()}` };
  for (let time = 0; time < 2; time++) {
    await continueEscalation({ store, support, writesToCustomers: false }, id, doing, now);
  }
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
