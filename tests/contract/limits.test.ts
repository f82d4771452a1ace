import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bucketAt, secondsLeft } from '../../src/server/limits.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { storeAdapters } from './store-adapters.ts';

const NOW = Temporal.Instant.from('2026-11-21T09:04:30Z');
const PERSON = bucketAt('escalations a-client', 600, NOW);
const SITE = bucketAt('escalations', 60, NOW);

test('a window begins at the same instant for all servers, and says when the next one comes', () => {
  assert.equal(PERSON.startsAt.toString(), '2026-11-21T09:00:00Z');
  assert.equal(SITE.endsAt.toString(), '2026-11-21T09:05:00Z');
  assert.equal(secondsLeft(PERSON, NOW), 330);
  assert.equal(secondsLeft(PERSON, PERSON.endsAt), 1);
});

for (const { name, emptyStore, place } of await storeAdapters(NOW)) {
  describe(`the limits in ${name}`, () => {
    test('each bucket counts for itself, and begins anew with its window', async (t) => {
      const store = await emptyStore(t);
      const later = bucketAt('escalations', 60, NOW.add({ minutes: 1 }));

      const counted = [
        await store.countsOf([PERSON, SITE]),
        await store.countUp([PERSON, SITE]),
        await store.countUp([PERSON]),
        await store.countUp([later, PERSON]),
        await store.countsOf([PERSON, SITE, later]),
      ];

      assert.deepEqual(counted, [[0, 0], [0, 0], [1], [0, 2], [3, 1, 1]]);
    });

    test('servers that count at once miss nothing', async (t) => {
      const open = await place(t);
      const servers = [await open(), await open()];

      const before = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          servers[index % 2]?.countUp(index % 3 ? [PERSON, SITE] : [SITE, PERSON]),
        ),
      );

      const byPerson = before.map((counts, index) => counts?.[index % 3 ? 0 : 1]).sort((a = 0, b = 0) => a - b);
      assert.deepEqual(
        byPerson,
        Array.from({ length: 50 }, (_, index) => index),
      );
    });

    test('a challenge is used once, whichever server is asked', async (t) => {
      const open = await place(t);
      const servers = [await open(), await open()];

      const used = await Promise.all(servers.map((store) => store.useChallenge('signature', NOW)));

      assert.deepEqual(used.sort(), [false, true]);
    });

    test('a key is known once an escalation has it', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(storedEscalation('1'));

      const known = await Promise.all(['key-1', 'key-2'].map((key) => store.isKnownKey(key)));

      assert.deepEqual(known, [true, false]);
    });

    test('what has ended is removed, and what still counts is not', async (t) => {
      const store = await emptyStore(t);
      await store.countUp([PERSON, SITE]);
      await store.useChallenge('old', SITE.endsAt);
      await store.useChallenge('new', PERSON.endsAt);

      const removed = await store.removeEnded(SITE.endsAt, 100);

      assert.equal(removed, 2);
      assert.deepEqual(await store.countsOf([PERSON, SITE]), [1, 0]);
      assert.deepEqual([await store.useChallenge('old', NOW), await store.useChallenge('new', NOW)], [true, false]);
    });
  });
}
