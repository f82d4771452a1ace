import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Ended } from '../../src/server/outbox.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { storeAdapters } from './store-adapters.ts';

const OPENED = at('2026-11-21T09:00Z');
const NOW = at('2026-11-21T09:01Z');
const LATER = at('2026-11-21T09:06Z');

for (const { name, emptyStore, place } of await storeAdapters(OPENED)) {
  describe(`an outbox in ${name}`, () => {
    test('gives each escalation to every desk once, also those from before there was a desk', async (t) => {
      const store = await holding(await emptyStore(t), 3);

      const assigned = [
        await store.assignDesks(['zendesk', 'smtp'], NOW, 2),
        await store.assignDesks(['smtp', 'zendesk'], NOW, 2),
      ];
      const again = await store.assignDesks(['zendesk', 'smtp'], NOW, 100);

      assert.deepEqual([...assigned, again], [2, 1, 0]);
      assert.deepEqual(await store.outboxCounts(), { waiting: 6, retrying: 0, needsAPerson: 0 });
      const [first] = await store.waitingEscalations();
      assert.deepEqual(first?.deliveries, [
        { id: '0-smtp', desk: 'smtp', state: 'waiting', attempts: 0 },
        { id: '0-zendesk', desk: 'zendesk', state: 'waiting', attempts: 0 },
      ]);
    });

    test('two workers that assign desks at once make no delivery twice', async (t) => {
      const open = await place(t);
      const [first, second] = [await open(), await open()];
      await fill(first, 40);

      await Promise.all([first, second].map((store) => store.assignDesks(['zendesk', 'smtp'], NOW, 100)));

      assert.deepEqual(await first.outboxCounts(), { waiting: 80, retrying: 0, needsAPerson: 0 });
    });

    test('with no desk nothing is assigned, and people wait for whoever looks', async (t) => {
      const store = await holding(await emptyStore(t), 2);

      const assigned = await store.assignDesks([], NOW, 100);

      assert.equal(assigned, 0);
      assert.deepEqual((await store.waitingEscalations())[0]?.deliveries, [{ id: '0', state: 'waiting', attempts: 0 }]);
    });

    test('leases what is due to one worker at a time, with all that it needs', async (t) => {
      const store = await assigned(await emptyStore(t), 3);

      const due = await store.leaseDue('smtp', lease('one'), 2);
      const rest = await store.leaseDue('smtp', lease('two'), 10);
      const none = await store.leaseDue('smtp', lease('three'), 10);
      const elsewhere = await store.leaseDue('zendesk', lease('four'), 10);

      assert.deepEqual([due, rest, none, elsewhere].map(ids), [['0-smtp', '1-smtp'], ['2-smtp'], [], []]);
      const [delivery] = due;
      assert.equal(delivery?.escalation.reference, 'ref-0');
      assert.equal(delivery?.escalation.escalation.message, 'It beeps.');
      assert.deepEqual(
        [delivery?.attempts, delivery?.mayBeThere, delivery?.progress, delivery?.createdAt.toString()],
        [1, false, {}, OPENED.toString()],
      );
    });

    test('two workers that lease at once share the work', async (t) => {
      const open = await place(t);
      const stores = [await open(), await open()];
      await fill(stores[0] as Store, 40);
      await stores[0]?.assignDesks(['smtp'], NOW, 100);

      const leased = await Promise.all(
        Array.from({ length: 8 }, (_, worker) =>
          (stores[worker % 2] as Store).leaseDue('smtp', lease(`w${worker}`), 5),
        ),
      );

      const all = leased.flatMap(ids);
      assert.equal(new Set(all).size, all.length);
      const rest = await stores[0]?.leaseDue('smtp', lease('rest'), 100);
      assert.equal(all.length + (rest?.length ?? 0), 40);
    });

    test('what a worker left behind when it died is leased again, and may be there already', async (t) => {
      const store = await assigned(await emptyStore(t), 1);
      await store.leaseDue('smtp', lease('dead'), 1);

      const early = await store.leaseDue('smtp', lease('early', at('2026-11-21T09:05:59Z')), 1);
      const [again] = await store.leaseDue('smtp', lease('again', LATER), 1);

      assert.deepEqual(early, []);
      assert.deepEqual([again?.attempts, again?.mayBeThere], [2, true]);
      assert.equal(again?.firstTriedAt.toString(), NOW.toString());
    });

    test('an attempt that ended is tried again at its time, with its progress', async (t) => {
      const store = await assigned(await emptyStore(t), 1);
      await store.leaseDue('smtp', lease('one'), 1);

      const noted = await store.noteEnded('0-smtp', 'one', retrying({ progress: { contact: 'c1' } }), NOW);

      assert.equal(noted, true);
      assert.deepEqual(await store.outboxCounts(), { waiting: 0, retrying: 1, needsAPerson: 0 });
      assert.deepEqual(await store.leaseDue('smtp', lease('early'), 1), []);
      const [again] = await store.leaseDue('smtp', lease('late', LATER), 1);
      assert.deepEqual([again?.attempts, again?.mayBeThere, again?.progress], [2, false, { contact: 'c1' }]);
    });

    test('a worker whose lease is over notes no failure, but its ticket counts', async (t) => {
      const store = await assigned(await emptyStore(t), 1);
      await store.leaseDue('smtp', lease('slow'), 1);
      await store.leaseDue('smtp', lease('other', LATER), 1);

      const noted = await store.noteEnded('0-smtp', 'slow', retrying({}), LATER);
      const delivered = await store.noteDelivered('0-smtp', { id: '17', url: 'https://desk.example/17' });
      const second = await store.noteDelivered('0-smtp', { id: '18' });
      const late = await store.noteEnded('0-smtp', 'other', retrying({}), LATER);

      assert.deepEqual(
        [noted, delivered, second, late],
        [false, undefined, { id: '17', url: 'https://desk.example/17' }, false],
      );
      assert.deepEqual(await store.outboxCounts(), { waiting: 0, retrying: 0, needsAPerson: 0 });
      assert.deepEqual(await store.waitingEscalations(), []);
    });

    test('a clock that is set back delays nothing', async (t) => {
      const store = await assigned(await emptyStore(t), 2);
      await store.leaseDue('smtp', lease('one'), 1);
      await store.noteEnded('0-smtp', 'one', retrying({}), NOW);

      const due = await store.leaseDue('smtp', lease('two', at('2026-11-19T09:00Z')), 10);

      assert.deepEqual(ids(due).sort(), ['0-smtp', '1-smtp']);
    });

    test('what needs a person stays, is counted, and is not tried again by itself', async (t) => {
      const store = await assigned(await emptyStore(t), 1);
      await store.leaseDue('smtp', lease('one'), 1);

      await store.noteEnded('0-smtp', 'one', rejected(), NOW);

      assert.deepEqual(await store.outboxCounts(), { waiting: 0, retrying: 0, needsAPerson: 1 });
      assert.deepEqual(await store.leaseDue('smtp', lease('two', at('2027-01-01T00:00Z')), 1), []);
      assert.deepEqual((await store.waitingEscalations())[0]?.deliveries, [
        { id: '0-smtp', desk: 'smtp', state: 'needs-a-person', attempts: 1, lastReason: 'It said no.' },
      ]);
    });

    test('an alert is taken by one, comes back while nobody could send it, and ends once it was sent', async (t) => {
      const store = await assigned(await emptyStore(t), 1);
      await store.leaseDue('smtp', lease('one'), 1);
      await store.noteEnded('0-smtp', 'one', rejected(), NOW);

      const taken = await store.takeAlerts(NOW, LATER, 10);
      const atOnce = await store.takeAlerts(NOW, LATER, 10);
      const later = await store.takeAlerts(LATER, at('2026-11-21T09:11Z'), 10);
      await store.noteAlerted('0-smtp', LATER);
      const afterwards = await store.takeAlerts(at('2026-11-22T09:00Z'), at('2026-11-22T09:05Z'), 10);

      assert.deepEqual([taken, atOnce, later, afterwards].map(ids), [['0-smtp'], [], ['0-smtp'], []]);
      assert.deepEqual(
        [taken[0]?.desk, taken[0]?.reason, taken[0]?.escalation.reference],
        ['smtp', 'It said no.', 'ref-0'],
      );
    });

    test('having told that it is late does not keep a rejection from being told', async (t) => {
      const store = await assigned(await emptyStore(t), 1);
      await store.leaseDue('smtp', lease('one'), 1);
      await store.noteEnded('0-smtp', 'one', { ...retrying({}), alert: true }, NOW);
      await store.noteAlerted('0-smtp', NOW);
      const [late] = await store.leaseDue('smtp', lease('two', LATER), 1);
      await store.noteEnded('0-smtp', 'two', rejected(), LATER);

      const taken = await store.takeAlerts(LATER, LATER.add({ minutes: 5 }), 10);

      assert.equal(late?.hasAlerted, true);
      assert.deepEqual(ids(taken), ['0-smtp']);
    });

    test('a person has one escalation tried again, or all that need somebody', async (t) => {
      const store = await assigned(await emptyStore(t), 3);
      for (const id of ['0', '1', '2']) {
        await store.leaseDue('smtp', lease(id), 1);
        await store.noteEnded(`${id}-smtp`, id, rejected(), NOW);
      }

      const one = await store.retryNow('ref-1', ['smtp'], NOW);
      const due = await store.leaseDue('smtp', lease('again'), 10);
      const all = await store.retryNow(undefined, ['smtp'], NOW);
      const none = await store.retryNow('no such reference', ['smtp'], NOW);

      assert.deepEqual([one, ids(due), all, none], [1, ['1-smtp'], 2, 0]);
    });

    test('what was for a desk that is gone needs a person, and is given to the others when it is tried again', async (t) => {
      const store = await assigned(await emptyStore(t), 1);

      const stranded = await store.markStranded(['zendesk'], 'No desk is called smtp.', LATER);
      const untouched = await store.markStranded(['smtp'], 'No desk is called smtp.', LATER);
      await store.retryNow('ref-0', ['zendesk'], LATER);
      await store.assignDesks(['zendesk'], LATER, 10);

      assert.deepEqual([stranded, untouched], [1, 0]);
      assert.deepEqual(ids(await store.leaseDue('zendesk', lease('one', LATER), 10)), ['0-zendesk']);
      assert.deepEqual(await store.leaseDue('smtp', lease('one', LATER), 10), []);
    });

    test('a person who took over by hand ends every delivery of that escalation', async (t) => {
      const store = await holding(await emptyStore(t), 2);
      await store.assignDesks(['smtp', 'zendesk'], NOW, 10);

      const ended = await store.deliverByHand('ref-0', 'on the phone');
      const again = await store.deliverByHand('ref-0', 'once more');

      assert.deepEqual([ended, again], [2, 0]);
      const found = await store.escalationByReference('ref-0');
      assert.deepEqual(
        found?.deliveries.map(({ state, ticket, isByHand }) => [state, ticket?.id, isByHand]),
        [
          ['delivered', 'on the phone', true],
          ['delivered', 'on the phone', true],
        ],
      );
      assert.deepEqual(
        (await store.waitingEscalations()).map(({ reference }) => reference),
        ['ref-1'],
      );
      assert.equal(await store.escalationByReference('nobody'), undefined);
    });

    test('taking over by hand leaves letters that are on their way, and ends one that did not arrive', async (t) => {
      const store = await emptyStore(t);
      for (const id of ['0', '1']) {
        await store.addEscalation(storedEscalation(id, { openedAt: OPENED }), { tellCustomer: true });
      }
      await store.assignDesks(['smtp'], NOW, 10);
      const letters = await store.leaseDue('customer', lease('one'), 10);
      for (const { id } of letters.filter((letter) => letter.id === '1-customer')) {
        await store.noteEnded(id, 'one', rejected(), NOW);
      }

      const ended = [await store.deliverByHand('ref-0', 'called'), await store.deliverByHand('ref-1', 'called')];

      assert.deepEqual(ended, [1, 2]);
      const states = (await store.escalationByReference('ref-0'))?.deliveries.map(({ desk, state }) => [desk, state]);
      assert.deepEqual(states, [
        ['customer', 'waiting'],
        ['smtp', 'delivered'],
      ]);
    });
  });
}

async function holding(store: Store, count: number): Promise<Store> {
  await fill(store, count);
  return store;
}

async function assigned(store: Store, count: number): Promise<Store> {
  await fill(store, count);
  await store.assignDesks(['smtp'], NOW, 100);
  return store;
}

async function fill(store: Store, count: number): Promise<void> {
  for (let id = 0; id < count; id++) await store.addEscalation(storedEscalation(String(id), { openedAt: OPENED }));
}

function lease(token: string, now = NOW) {
  return { token, now, until: now.add({ minutes: 5 }) };
}

function retrying(rest: { progress?: Record<string, string> }): Ended {
  const how = { reason: 'Not now.', mayBeThere: false, progress: {}, alert: false, ...rest };
  return { state: 'retrying', nextAt: LATER, ...how };
}

function rejected(): Ended {
  return { state: 'needs-a-person', reason: 'It said no.', mayBeThere: false, progress: {}, alert: true };
}

function ids(found: readonly { id: string }[]): string[] {
  return found.map(({ id }) => id);
}
