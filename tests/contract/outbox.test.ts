import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { assigned, holding, ids, LATER, lease, NOW, OPENED, retrying } from './outbox-samples.ts';
import { storeAdapters } from './store-adapters.ts';

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
      await holding(first, 40);

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
      await holding(stores[0] as Store, 40);
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
  });
}
