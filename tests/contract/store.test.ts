import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Packet } from '../../src/schema/packet.ts';
import { StoreUnavailable } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { inText } from '../fixtures/in-text.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore, place } of await storeAdapters(at('2026-11-21T09:00Z'))) {
  describe(`a store in ${name}`, () => {
    test('keeps an escalation exactly as it was, also after it was closed and opened again', async (t) => {
      const open = await place(t);
      const opened = storedEscalation('1', {
        typed: {
          message: '<b>مرحبا</b> 👩‍🔧\r\n\ttabs, "quotes" and \u202Eright to left',
          goodTime: 'after 5',
          packet: Packet.parse({ searches: [{ query: 'beeps', results: 3 }], visited: ['some-article'] }),
        },
      });
      const before = await open();

      await before.addEscalation(opened);
      await before.close();
      const after = await open();
      const found = await after.escalationByTokenHash('token-1');

      assert.deepEqual(inText(found), inText(opened));
      assert.equal(await after.escalationByTokenHash('token-2'), undefined);
    });

    test('lists what waits, the most urgent promise first, each with its delivery', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(storedEscalation('1', { promisedBy: at('2026-11-24T10:00Z') }));
      await store.addEscalation(storedEscalation('2', { promisedBy: at('2026-11-23T10:00Z') }));

      const waiting = await store.waitingEscalations();

      assert.deepEqual(
        waiting.map(({ reference }) => reference),
        ['ref-2', 'ref-1'],
      );
      assert.deepEqual(waiting[0]?.deliveries, [{ id: '2', state: 'waiting', attempts: 0 }]);
      assert.deepEqual(await store.outboxCounts(), { waiting: 2, retrying: 0, needsAPerson: 0 });
    });

    test('keeps one key once, and gives the escalation that has it', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(storedEscalation('1'));

      const again = await store.addEscalation(storedEscalation('2', { idempotencyKey: 'key-1' }));

      assert.equal(again.kind, 'key-taken');
      assert.equal(again.kind === 'key-taken' && again.kept.reference, 'ref-1');
      assert.deepEqual(await store.outboxCounts(), { waiting: 1, retrying: 0, needsAPerson: 0 });
    });

    test('says when a reference is taken, and keeps nothing then', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(storedEscalation('1'));

      const again = await store.addEscalation(storedEscalation('2', { reference: 'ref-1' }));

      assert.deepEqual(again, { kind: 'reference-taken' });
      assert.deepEqual(await store.outboxCounts(), { waiting: 1, retrying: 0, needsAPerson: 0 });
    });

    test('lets one of many equal keys in, also when they come at once through two connections', async (t) => {
      const open = await place(t);
      const [first, second] = [await open(), await open()];

      const added = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          (index % 2 ? first : second).addEscalation(storedEscalation(`${index}`, { idempotencyKey: 'the same' })),
        ),
      );

      const kinds = added.map(({ kind }) => kind);
      assert.equal(kinds.filter((kind) => kind === 'added').length, 1);
      assert.equal(kinds.filter((kind) => kind === 'key-taken').length, 49);
      assert.equal((await first.waitingEscalations()).length, 1);
    });

    test('keeps escalations and outbox rows together when many come at once', async (t) => {
      const store = await emptyStore(t);

      await Promise.all(Array.from({ length: 100 }, (_, index) => store.addEscalation(storedEscalation(`${index}`))));

      assert.equal((await store.waitingEscalations()).length, 100);
      assert.deepEqual(await store.outboxCounts(), { waiting: 100, retrying: 0, needsAPerson: 0 });
    });

    test('takes heartbeats', async (t) => {
      const store = await emptyStore(t);

      await store.beat(at('2026-11-21T09:00:05Z'));
      await store.beat(at('2026-11-21T09:00:05.5Z'));
      await store.beat(at('2020-01-01T00:00Z'));
    });

    test('may be opened by several at once for the first time', async (t) => {
      const open = await place(t);

      const stores = await Promise.all(Array.from({ length: 5 }, open));

      await stores[0]?.addEscalation(storedEscalation('1'));
      assert.equal((await stores[4]?.waitingEscalations())?.length, 1);
    });

    test('says that it is unavailable once it is closed', async (t) => {
      const open = await place(t);
      const store = await open();
      await store.close();

      await assert.rejects(store.addEscalation(storedEscalation('1')), StoreUnavailable);
      await assert.rejects(store.beat(at('2026-11-21T09:00Z')), StoreUnavailable);
    });
  });
}
