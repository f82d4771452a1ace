import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LetterClaim } from '../../src/server/addresses.ts';
import type { Store } from '../../src/server/store.ts';
import { storeAdapters } from './store-adapters.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

for (const { name, emptyStore, place } of await storeAdapters(NOW)) {
  describe(`to whom letters may go, in ${name}`, () => {
    test('a mailbox has one letter of a kind a day, and whoever tries the same letter again may', async (t) => {
      const store = await emptyStore(t);

      const claims = [];
      for (const claim of [
        claimed('1'),
        claimed('1'),
        claimed('2'),
        claimed('3', { kind: 'resolved' }),
        claimed('4', { mailbox: 'other' }),
        claimed('5', { now: NOW.add({ hours: 23, minutes: 59 }) }),
        claimed('6', { now: NOW.add({ hours: 24 }) }),
      ]) {
        claims.push(await store.claimLetter(claim));
      }

      assert.deepEqual(claims, ['granted', 'granted', 'had-one', 'granted', 'granted', 'had-one', 'granted']);
    });

    test('of many servers that want to write to one mailbox at once, one may', async (t) => {
      const open = await place(t);
      const stores = [await open(), await open()];

      const claims = await Promise.all(
        Array.from({ length: 50 }, (_, index) => (stores[index % 2] as Store).claimLetter(claimed(`${index}`))),
      );

      assert.equal(claims.filter((claim) => claim === 'granted').length, 1);
      assert.equal(claims.filter((claim) => claim === 'had-one').length, 49);
    });

    test('the limit of an hour is never passed, however many servers there are', async (t) => {
      const open = await place(t);
      const stores = [await open(), await open()];

      const claims = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (stores[index % 2] as Store).claimLetter(claimed(`${index}`, { mailbox: `${index}`, mostPerHour: 7 })),
        ),
      );

      assert.equal(claims.filter((claim) => claim === 'granted').length, 7);
      assert.equal(claims.filter((claim) => claim === 'held').length, 33);
    });

    test('a letter that was held has used nothing up, and goes an hour later', async (t) => {
      const store = await emptyStore(t);
      await store.claimLetter(claimed('1', { mostPerHour: 1 }));

      const claims = [];
      for (const minutes of [0, 59, 60]) {
        const now = NOW.add({ minutes });
        claims.push(await store.claimLetter(claimed('2', { mailbox: 'other', mostPerHour: 1, now })));
      }

      assert.deepEqual(claims, ['held', 'held', 'granted']);
    });

    test('to a confirmed address every letter may go, also above the limit and after a restart', async (t) => {
      const open = await place(t);
      const before = await open();
      await before.claimLetter(claimed('1', { mostPerHour: 1 }));
      await before.confirmAddress('address', NOW);
      await before.confirmAddress('address', NOW.add({ hours: 1 }));
      await before.close();
      const after = await open();

      const mine = await after.claimLetter(claimed('2', { mostPerHour: 1 }));
      const others = await after.claimLetter(claimed('3', { address: 'another', mostPerHour: 1 }));

      assert.deepEqual([mine, others], ['granted', 'had-one']);
    });

    test('a clock that was set back keeps nobody from a letter', async (t) => {
      const store = await emptyStore(t);
      await store.claimLetter(claimed('1', { now: NOW.add({ hours: 48 }) }));

      assert.equal(await store.claimLetter(claimed('2')), 'granted');
    });

    test('what is known of an address is removed, and nothing of others', async (t) => {
      const store = await emptyStore(t);
      await store.claimLetter(claimed('1'));
      await store.confirmAddress('address', NOW);
      await store.claimLetter(claimed('2', { address: 'b', mailbox: 'b' }));

      const removed = [
        await store.removeAddress('address', 'mailbox'),
        await store.removeAddress('address', 'mailbox'),
      ];

      assert.deepEqual(removed, [2, 0]);
      assert.equal(await store.claimLetter(claimed('3')), 'granted');
      assert.equal(await store.claimLetter(claimed('4', { address: 'b', mailbox: 'b' })), 'had-one');
    });
  });
}

function claimed(letterId: string, rest: Partial<LetterClaim> = {}): LetterClaim {
  return { letterId, kind: 'taken', address: 'address', mailbox: 'mailbox', now: NOW, mostPerHour: 100, ...rest };
}
