import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DeskSettings } from '../../src/help-desks/help-desks.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { readSettings } from '../../src/server/settings.ts';
import type { Store } from '../../src/server/store.ts';
import { openStore } from '../../src/server/stores.ts';
import { seededRandom } from '../bench/random.ts';
import type { DeskStub } from '../fixtures/desks/desk-stub.ts';
import { everyDesk } from '../fixtures/desks/every-desk.ts';
import { httpStub } from '../fixtures/http-stub.ts';
import { mailServer } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import type { DeliverWork } from './deliver-process.ts';
import { engines } from './engines.ts';

// `HANDRAIL_FAULT_RUNS=1000` for a hundred lives.
const LIVES = Math.ceil(Number(process.env['HANDRAIL_FAULT_RUNS'] ?? 50) / 10);
const START = Temporal.Instant.from('2026-11-23T09:00Z');
const PROCESS = fileURLToPath(new URL('deliver-process.ts', import.meta.url));
/** `asked`: a desk was asked and has not taken it; `taken`: it has, and its answer never arrives. */
const MOMENTS = ['leased', 'asked', 'taken', 'noting', 'noted'] as const;
const DEEDS_A_LIFE = 3;
/**
 * What was in doubt when its worker died may have to wait for the next life, and for the one after that; on a busy
 * machine the patience with a life may be over before all is done in it.
 */
const LAST_LIVES = 20;
const PATIENT_MS = 20_000;

for (const { name, newPlace } of await engines()) {
  test(`${LIVES} kills -9 of workers in ${name} lose nothing at any desk, and double nothing but mail that says so`, async (t) => {
    const place = await newPlace(t);
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: place.url,
      HANDRAIL_SECRET: 'a secret that is long enough to use',
    };
    const store = await openStore(readSettings(env), START);
    t.after(() => store.close());
    const random = seededRandom(LIVES);
    const killed: Record<string, number> = {};
    const desks = await desksThatKill(t);

    for (let life = 0, isDone = false; !isDone; life++) {
      assert.ok(life < LIVES + LAST_LIVES, 'it came to no end');
      const isLast = life >= LIVES;
      // Longer than a lease, so that whoever comes next takes on what was left.
      const now = START.add({ minutes: life * 6 });
      desks.hoursPass(3);
      if (!isLast) await deeds(store, life, desks.settings, now);
      const moment = MOMENTS[life % MOMENTS.length] ?? 'taken';
      const count = 1 + Math.floor(random() * 6);
      const workers = (isLast || life % 3 > 0 ? ['one'] : ['one', 'two']).map(() => {
        const isOurs = moment === 'leased' || moment === 'noting' || moment === 'noted';
        const dies = !isLast && isOurs ? { diesAt: { moment, count } } : {};
        return work({ desks: desks.settings, startsAt: now.toString(), ...dies }, env);
      });
      const [first] = workers;
      if (first && !isLast && (moment === 'asked' || moment === 'taken')) desks.killAt(moment, count, first.child);
      const ends = workers.flatMap(({ died, begun, idle }) => [died, idle, begun.then(() => patience(isLast))]);
      const end = await Promise.race(ends);
      isDone = end === 'idle' && isLast;
      if (typeof end !== 'string') killed[moment] = (killed[moment] ?? 0) + 1;
      for (const { child, died } of workers) {
        child.kill('SIGKILL');
        await died;
      }
    }

    assert.deepEqual(Object.keys(killed).sort(), [...MOMENTS].sort());
    const wanted = await everything(store, desks.settings);
    for (const [kind, stub] of desks.stubs) {
      assert.deepEqual([...stub.tickets(), ...stub.added()].sort(), wanted, kind);
    }
    const doubled = desks.secondMails(wanted.length);
    t.diagnostic(
      `${wanted.length} things at each of ${desks.settings.length} desks; killed ${JSON.stringify(killed)}; ` +
        `0 lost, ${doubled} mails doubled, all labelled.`,
    );
  });
}

/** An opening and what a customer added to it, and something added to one of a life before. */
async function deeds(store: Store, life: number, desks: readonly DeskSettings[], now: Temporal.Instant): Promise<void> {
  const continuing = { store, support, writesToCustomers: false };
  await store.addEscalation(storedEscalation(`life-${life}`, { reference: referenceOf(life), openedAt: now }));
  await store.assignDesks(
    desks.map(({ kind }) => kind),
    now,
    10,
  );
  await continueEscalation(continuing, `life-${life}`, { act: { kind: 'message', text: 'It still beeps.' } }, now);
  if (life > 0) await continueEscalation(continuing, `life-${life - 1}`, { act: { kind: 'reopened' } }, now);
}

/** Each reference and each mark. Throws where our own store has anything undone, twice or not at all. */
async function everything(store: Store, desks: readonly DeskSettings[]): Promise<string[]> {
  const all: string[] = [];
  for (let life = 0; life < LIVES; life++) {
    const events = await store.eventsOf(`life-${life}`);
    const kept = await store.escalationByReference(referenceOf(life));
    const rows = kept?.deliveries.map(({ id, state }) => `${id} ${state}`).sort();
    const ids = [`life-${life}`, ...events.map(({ id }) => id)];
    const once = ids.flatMap((id) => desks.map(({ kind }) => `${id}-${kind} delivered`)).sort();
    assert.deepEqual(rows, once, referenceOf(life));
    const marks = events.map(({ id }) => `${referenceOf(life)}/${id.replaceAll('-', '').slice(-8)}`);
    all.push(referenceOf(life), ...marks);
  }
  assert.equal(all.length, LIVES * DEEDS_A_LIFE - 1);
  return all.sort();
}

function referenceOf(life: number): string {
  return `LIFE-${String(life).padStart(4, '0')}`;
}

/** A life ends in any case: what waits for longer is for the next one, whose clock is ahead. */
function patience(isLast: boolean): Promise<'over'> {
  return setTimeout(isLast ? PATIENT_MS / 2 : PATIENT_MS, 'over', { ref: false });
}

function work(what: DeliverWork, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(what)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  assert.ok(child.stdout);
  const died = once(child, 'exit');
  const lines = createInterface(child.stdout);
  // Neither comes where it dies before.
  const says = (what: 'begun' | 'idle') =>
    new Promise<string>((resolve) => lines.on('line', (line) => line === what && resolve(line)));
  return { child, died, begun: says('begun'), idle: says('idle') };
}

/** A stub of every desk and a real mail server, which kill whoever asks them at a moment that is set. */
async function desksThatKill(t: TestContext) {
  let trueMs = 0;
  let deadly: { moment: 'asked' | 'taken'; count: number; child: ChildProcess } | undefined;
  const strikes = (moment: 'asked' | 'taken') => {
    if (deadly?.moment !== moment || --deadly.count > 0) return false;
    deadly.child.kill('SIGKILL');
    deadly = undefined;
    return true;
  };
  const stubs = new Map<string, DeskStub>();
  const settings: DeskSettings[] = [];
  for (const [kind, some] of Object.entries(everyDesk)) {
    const stub = some.stub({ fate: () => 'taken', random: () => 0, trueMs: () => trueMs });
    const { url } = await httpStub(t, (request) => {
      if (request.method === 'GET') return stub.answer(request);
      if (strikes('asked')) return 'silence';
      const answer = stub.answer(request);
      return strikes('taken') ? 'silence' : answer;
    });
    stubs.set(kind, stub);
    settings.push(some.settings(url));
  }
  const { url, mails } = await mailServer(t, { fate: () => (strikes('taken') ? 'silence' : 'taken') });
  settings.push({ kind: 'smtp', url, from: 'handrail@northlight.example', to: 'desk@northlight.example' });
  return {
    settings,
    stubs,
    hoursPass: (hours: number) => (trueMs += hours * 3_600_000),
    killAt: (moment: 'asked' | 'taken', count: number, child: ChildProcess) => (deadly = { moment, count, child }),
    /** Throws where a mail is missing, or a second one does not say that it may be one; tells how many there are. */
    secondMails: (wanted: number): number => {
      const byId = Map.groupBy(mails, ({ source }) => /^Message-ID: (.*)\r$/m.exec(source)?.[1] ?? 'none');
      assert.equal(byId.size, wanted, 'mails');
      for (const [id, [, ...more]] of byId) {
        assert.ok(
          more.every(({ source }) => /^X-Handrail-May-Be-Second: yes\r$/m.test(source)),
          id,
        );
      }
      return mails.length - byId.size;
    },
  };
}
