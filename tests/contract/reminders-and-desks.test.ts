import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Answered } from '../../src/help-desks/help-desk.ts';
import { opened, OPENED, reminding, todayAt } from './reminding.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore, place } of await storeAdapters(OPENED)) {
  describe(`reminders of promises in ${name}`, () => {
    test('what could not be sent is sent later, through the channel that takes it', async (t) => {
      const { store, team, second, look, logged } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');

      team.isDown = true;
      second.isDown = true;
      await look('12:10');
      await look('12:12');
      second.isDown = false;
      await look('12:15');
      await look('12:20');

      assert.equal(team.told.length, 0);
      assert.equal(second.told.length, 1);
      assert.deepEqual(logged, ['promise-due-soon', 'reminder-not-sent', 'promise-due-soon', 'team-reminded']);
    });

    test('with no channel the log has it, once', async (t) => {
      const { store, look, logged } = reminding(await emptyStore(t), { channels: 'none' });
      await opened(store, '1', '13:00');

      for (const time of ['12:30', '12:31', '13:06', '13:07']) await look(time);

      assert.deepEqual(logged, ['promise-due-soon', 'promise-missed']);
    });

    test('a server with no channel takes no reminder away from one that has', async (t) => {
      const open = await place(t);
      const mute = reminding(await open(), { channels: 'none' });
      const { team, look } = reminding(await open());
      await opened(mute.store, '1', '13:00');

      for (const time of ['12:01', '12:02', '13:01', '13:02']) {
        await mute.look(time);
        await look(time);
      }

      assert.deepEqual([mute.logged, team.told.length], [[], 2]);
    });

    test('what a help desk knows to be answered is kept as such, at its time, and reminds nobody', async (t) => {
      const answered: Answered = { kind: 'answered', at: todayAt('12:05') };
      const { store, team, look, asked, logged } = reminding(await emptyStore(t), { answered });
      await opened(store, '1', '13:00');
      await store.assignDesks(['zendesk'], OPENED, 10);
      await store.noteDelivered('1-zendesk', { id: '4711' });

      await look('12:30');
      await look('13:30');

      assert.deepEqual(team.told, []);
      assert.deepEqual(asked, [{ ticket: '4711', since: OPENED.toString() }]);
      assert.deepEqual(logged, ['answered-elsewhere']);
      assert.equal((await store.escalationById('1'))?.state, 'answered');
      assert.deepEqual(
        (await store.eventsOf('1')).map(({ at: when, act }) => [when.toString(), act]),
        [['2026-11-23T12:05:00Z', { kind: 'answer', by: 'elsewhere', text: '' }]],
      );
      const [counts] = await store.promiseCounts(OPENED, todayAt('14:00'));
      assert.deepEqual([counts?.kept, counts?.missed], [1, 0]);
    });

    test('a server that cannot ask the desk with the ticket leaves the asking to one that can, for a while', async (t) => {
      const open = await place(t);
      const answered: Answered = { kind: 'answered', at: todayAt('12:05') };
      const { store, team, look, asked } = reminding(await open(), { answered });
      const deskless = reminding(await open(), { desks: 'none' });
      await opened(store, '1', '13:00');
      await opened(store, '2', '15:00');
      await store.assignDesks(['zendesk'], OPENED, 10);
      for (const id of ['1', '2']) await store.noteDelivered(`${id}-zendesk`, { id: `47${id}` });

      await deskless.look('12:04');
      await look('12:30');
      await deskless.look('15:04');
      const before = deskless.team.told.length;
      await deskless.look('15:06');

      assert.deepEqual([before, team.told.length, asked.length], [0, 0, 1]);
      assert.deepEqual(
        deskless.team.told.map(({ reference }) => reference),
        ['ref-2'],
      );
    });

    for (const [what, answered] of [
      ['has not answered yet', { kind: 'not-yet' }],
      ['cannot tell', { kind: 'unknown' }],
      ['answered before the customer wrote again', { kind: 'answered', at: todayAt('08:00') }],
      ['breaks', undefined],
    ] as const) {
      test(`a help desk that ${what} leaves the reminder to us`, async (t) => {
        const { store, team, look } = reminding(await emptyStore(t), { answered });
        await opened(store, '1', '13:00');
        await store.assignDesks(['zendesk'], OPENED, 10);
        await store.noteDelivered('1-zendesk', { id: '4711' });

        await look('12:30');

        assert.equal(team.told.length, 1);
      });
    }
  });
}
