import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { continueEscalation, type Doing } from '../../src/server/continue-escalation.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { storeAdapters } from './store-adapters.ts';

const OPENED_AT = at('2026-11-23T09:00Z');

for (const { name, emptyStore, place } of await storeAdapters(OPENED_AT)) {
  describe(`what happens with an escalation in ${name}`, () => {
    test('is kept in order, exactly as it was written, and read again after a restart', async (t) => {
      const open = await place(t);
      const before = await open();
      await before.addEscalation(opened('1'));

      await does(before, '1', '10:00', { act: { kind: 'message', text: '<b>مرحبا</b>\r\n👩‍🔧' } });
      await does(before, '1', '10:30', { act: { kind: 'answer', by: 'email', text: 'Press F12.' }, author: 'agent' });
      await before.close();
      const after = await open();
      const events = await after.eventsOf('1');

      assert.deepEqual(
        events.map(({ at: when, author, act }) => ({ when: when.toString(), author, act })),
        [
          { when: '2026-11-23T10:00:00Z', author: undefined, act: { kind: 'message', text: '<b>مرحبا</b>\r\n👩‍🔧' } },
          { when: '2026-11-23T10:30:00Z', author: 'agent', act: { kind: 'answer', by: 'email', text: 'Press F12.' } },
        ],
      );
    });

    test('an answer keeps the promise, a message after it makes a new one, and both are counted', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1', '12:00'));
      await store.addEscalation(opened('2', '10:15'));

      await does(store, '1', '10:30', { act: { kind: 'answer', by: 'email', text: 'Press F12.' } });
      await does(store, '2', '10:30', { act: { kind: 'answer', by: 'phone', text: '' } });
      await does(store, '1', '11:00', { act: { kind: 'message', text: 'It still beeps.' } });
      const counts = await store.promiseCounts(OPENED_AT, at('2026-11-23T16:00Z'));

      const again = await store.escalationById('1');
      assert.deepEqual([again?.state, again?.promisedBy.toString()], ['waiting', '2026-11-23T15:00:00Z']);
      assert.deepEqual(counts, [{ channel: 'email', kept: 1, missed: 1, moved: 0, open: 1 }]);
    });

    test('a promise that is over is missed, also where it is moved then, or not needed any more', async (t) => {
      const store = await emptyStore(t);
      for (const id of ['1', '2', '3']) await store.addEscalation(opened(id, '12:00'));
      const moved = { kind: 'promise-moved', until: '2026-11-23T17:00:00Z', text: 'A part is missing.' } as const;

      await does(store, '1', '11:00', { act: moved });
      await does(store, '2', '13:00', { act: moved });
      await does(store, '3', '13:00', { act: { kind: 'mended' } });
      const counts = await store.promiseCounts(OPENED_AT, at('2026-11-23T16:00Z'));

      assert.deepEqual(counts, [{ channel: 'email', kept: 0, missed: 2, moved: 1, open: 0 }]);
    });

    test('a time that nobody waits for is not moved, so that nobody is told of one that nobody keeps', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));
      await does(store, '1', '10:00', { act: { kind: 'answer', by: 'email', text: 'Press F12.' } });

      const act = { kind: 'promise-moved', until: '2026-11-23T17:00:00Z', text: 'A part is missing.' } as const;
      const outcome = await does(store, '1', '11:00', { act });

      assert.equal(outcome, 'nothing-promised');
      assert.equal((await store.eventsOf('1')).length, 1);
    });

    test('a resolution asks once; the end of an incident is told all the same', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));
      const resolved = { kind: 'resolved', outcome: 'other', why: 'The menu moved.' } as const;

      const outcomes = [];
      for (const act of [resolved, resolved, { ...resolved, incident: 'slow' }] as const) {
        outcomes.push(await does(store, '1', '10:00', { act }));
      }

      assert.deepEqual(outcomes, ['kept', 'already-resolved', 'kept']);
      assert.equal((await store.eventsOf('1')).length, 2);
    });

    test('a resolution asks; no opens it again with a new promise, yes ends it', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));
      const resolved = { kind: 'resolved', outcome: 'article-wrong', article: 'a', why: 'The menu moved.' } as const;

      const states = [];
      for (const act of [resolved, { kind: 'reopened', text: 'No.' }, resolved, { kind: 'mended' }] as const) {
        await does(store, '1', '10:00', { act });
        states.push((await store.escalationById('1'))?.state);
      }

      assert.deepEqual(states, ['resolved', 'waiting', 'resolved', 'mended']);
      assert.equal((await store.eventsOf('1')).length, 4);
    });

    test('one key is kept once, also when it comes many times at once', async (t) => {
      const open = await place(t);
      const [first, second] = [await open(), await open()];
      await first.addEscalation(opened('1'));
      const doing: Doing = { act: { kind: 'message', text: 'Once.' }, idempotencyKey: 'the same' };

      const kinds = await Promise.all(
        Array.from({ length: 20 }, (_, index) => does(index % 2 ? first : second, '1', '10:00', doing)),
      );

      assert.equal(kinds.filter((kind) => kind === 'kept').length, 1);
      assert.equal((await first.eventsOf('1')).length, 1);
    });

    test('messages that come at once are all kept', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));

      const kinds = await Promise.all(
        ['a', 'b', 'c', 'd'].map((text) => does(store, '1', '10:00', { act: { kind: 'message', text } })),
      );

      assert.deepEqual(kinds, ['kept', 'kept', 'kept', 'kept']);
      assert.equal((await store.eventsOf('1')).length, 4);
    });

    test('the second of two who saw the same is told, and overwrites nothing', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));

      const first = await does(store, '1', '10:00', { act: { kind: 'claimed' }, author: 'agent', seen: 0 });
      const second = await does(store, '1', '10:01', { act: { kind: 'claimed' }, author: 'colleague', seen: 0 });

      assert.deepEqual([first, second], ['kept', 'changed-meanwhile']);
      assert.equal((await store.escalationById('1'))?.claimedBy, 'agent');
      assert.equal((await store.eventsOf('1')).length, 1);
    });

    test('what a customer adds goes to the desks that have the escalation, and waits with it where none has', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));

      await does(store, '1', '10:00', { act: { kind: 'message', text: 'More.' } });
      await store.assignDesks(['smtp', 'zendesk'], at('2026-11-23T10:00:01Z'), 10);
      await does(store, '1', '10:01', { act: { kind: 'reopened' } });
      const handedOver = [];
      for (let due = await store.leaseDue('zendesk', lease('10:02'), 10); due.length > 0;) {
        handedOver.push(due.map(({ event }) => event?.act.kind ?? 'opening'));
        for (const { id } of due) await store.noteDelivered(id, { id: 'ticket' });
        due = await store.leaseDue('zendesk', lease('10:02'), 10);
      }

      assert.deepEqual(handedOver, [['opening'], ['message'], ['reopened']]);
    });

    test('what is in quarantine is handed to no desk and reminds nobody until a person releases it', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation({ ...opened('1'), quarantined: ['too fast'] });
      const soon = at('2026-11-24T00:00Z');

      const before = [await store.assignDesks(['smtp'], OPENED_AT, 10), (await store.dueSoon(soon, 10)).length];
      await does(store, '1', '10:00', { act: { kind: 'released' }, author: 'agent' });
      const after = [await store.assignDesks(['smtp'], OPENED_AT, 10), (await store.dueSoon(soon, 10)).length];

      assert.deepEqual(
        [before, after],
        [
          [0, 0],
          [1, 1],
        ],
      );
    });

    test('the team is reminded of a promise once, and of the next one again', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));
      const soon = at('2026-11-24T00:00Z');

      await store.noteReminded('due-soon', opened('1'), at('2026-11-23T12:00Z'));
      const reminded = await store.dueSoon(soon, 10);
      await does(store, '1', '12:30', { act: { kind: 'answer', by: 'email', text: 'Done.' } });
      await does(store, '1', '12:45', { act: { kind: 'message', text: 'Not quite.' } });

      assert.deepEqual(reminded, []);
      assert.deepEqual(
        (await store.dueSoon(soon, 10)).map(({ id }) => id),
        ['1'],
      );
    });

    test('what was done a while ago is noted as such, and seen to be new', async (t) => {
      const store = await emptyStore(t);
      await store.addEscalation(opened('1'));
      await does(store, '1', '11:00', { act: { kind: 'note', text: 'Hm.' } });
      const before = await store.latestChange();

      const doneAt = at('2026-11-23T10:00Z');
      await does(store, '1', '12:00', { act: { kind: 'answer', by: 'elsewhere', text: '' }, doneAt });

      const [first] = await store.eventsOf('1');
      assert.deepEqual([first?.act.kind, first?.at.toString()], ['answer', '2026-11-23T10:00:00Z']);
      assert.notEqual(await store.latestChange(), before);
    });

    test('an escalation that is not there any more says so', async (t) => {
      const store = await emptyStore(t);

      assert.equal(await does(store, '1', '10:00', { act: { kind: 'mended' } }), 'gone');
    });
  });
}

async function does(store: Store, id: string, time: string, doing: Doing): Promise<string> {
  const now = at(`2026-11-23T${time}Z`);
  return (await continueEscalation({ store, support, writesToCustomers: true }, id, doing, now)).kind;
}

function opened(id: string, promised = '13:00') {
  return storedEscalation(id, {
    openedAt: OPENED_AT,
    promiseMadeAt: OPENED_AT,
    promisedBy: at(`2026-11-23T${promised}Z`),
  });
}

function lease(time: string) {
  const now = at(`2026-11-23T${time}Z`);
  return { token: 'a-worker', now, until: now.add({ minutes: 5 }) };
}
