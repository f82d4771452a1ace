import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { assigned, holding, ids, LATER, lease, NOW, OPENED, rejected, retrying } from './outbox-samples.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore } of await storeAdapters(OPENED)) {
  describe(`an outbox in ${name}`, () => {
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
