import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { does, opened, OPENED, reminding, todayAt } from './reminding.ts';
import { storeAdapters } from './store-adapters.ts';

for (const { name, emptyStore, place } of await storeAdapters(OPENED)) {
  describe(`reminders of promises in ${name}`, () => {
    test('the team is told an hour before four are over, several at once, and only once', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');
      await opened(store, '2', '13:00', {
        typed: { channel: 'call-back', phone: '+44 1632 960999' },
        claimedBy: 'agent',
      });

      await look('11:59');
      const early = team.told.length;
      for (const time of ['12:00', '12:01', '12:59']) await look(time);

      assert.equal(early, 0);
      assert.deepEqual(
        team.told.map(({ subject, text }) => [subject, text]),
        [
          [
            '[2 requests] 2 answers are due soon',
            `These answers are promised, and due soon. Times are those of UTC.

ref-1  Mon 23 Nov 2026, 13:00, by e-mail, nobody has taken it yet
ref-2  Mon 23 Nov 2026, 13:00, by a call, agent has it

To read one:             npm run escalations -- show <reference>
To note your answer:     npm run escalations -- answer <reference> --by phone --text "what you said"
To name a later time:    npm run escalations -- move-promise <reference> --until <time> --text "why"
`,
          ],
        ],
      );
    });

    test('of what is set apart the team is told once, at the full hour, also where the promise is over', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00', { quarantined: ['trap'] });
      await opened(store, '2', '11:30', { quarantined: ['trap'] });
      await opened(store, '3', '17:00', { quarantined: ['trap'] });

      for (const time of ['12:05', '12:30', '13:00', '13:01', '14:00']) await look(time);

      assert.deepEqual(
        team.told.map(({ subject }) => subject),
        ['[2 requests] 2 requests that are set apart are due'],
      );
      assert.match(team.told[0]?.text ?? '', /If it is genuine: {8}npm run escalations -- release <reference>/);
    });

    test('when the promise is over the team is told once more, louder', async (t) => {
      const { store, team, look, logged } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');

      for (const time of ['12:30', '13:00', '13:01', '14:00']) await look(time);

      assert.deepEqual(
        team.told.map(({ subject }) => subject),
        [
          '[ref-1] Answer promised by Mon 23 Nov 2026, 13:00',
          '[ref-1] LATE: we promised an answer by Mon 23 Nov 2026, 13:00',
        ],
      );
      assert.deepEqual(logged, ['promise-due-soon', 'team-reminded', 'promise-missed', 'team-reminded']);
    });

    test('whoever was down when it was due says that it is late, and nothing else', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');

      for (const time of ['15:00', '15:01']) await look(time);

      assert.deepEqual(
        team.told.map(({ subject }) => subject),
        ['[ref-1] LATE: we promised an answer by Mon 23 Nov 2026, 13:00'],
      );
    });

    test('two servers that look at once remind once', async (t) => {
      const open = await place(t);
      const [first, second] = [reminding(await open()), reminding(await open())];
      // Few: in one process a store that looks leaves no moment in between to the other.
      for (let id = 0; id < 6; id++) await opened(first.store, `${id}`, '13:00');

      await Promise.all([first.look('12:30'), second.look('12:30')]);
      await Promise.all([first.look('13:30'), second.look('13:30')]);

      const told = [...first.team.told, ...second.team.told];
      const lines = told.flatMap(({ text }) => text.match(/^ref-.*?(?= )/gm) ?? []);
      assert.equal(lines.length, 12);
      assert.equal(new Set(lines).size, 6);
    });

    test('a promise that is moved or made anew has a reminder of its own', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');

      await look('13:05');
      await does(store, { kind: 'promise-moved', until: todayAt('15:00').toString(), text: 'Parts.' }, '13:10');
      await look('14:50');
      await look('15:05');
      await does(store, { kind: 'answer', by: 'phone', text: 'Done.' }, '15:10');
      await does(store, { kind: 'message', text: 'Not quite.' }, '15:20');
      await look('15:30');

      assert.deepEqual(
        team.told.map(({ subject }) => subject.replace(/^.*?\] /, '')),
        [
          'LATE: we promised an answer by Mon 23 Nov 2026, 13:00',
          'Answer promised by Mon 23 Nov 2026, 15:00',
          'LATE: we promised an answer by Mon 23 Nov 2026, 15:00',
        ],
      );
    });

    test('a promise that is moved while the mail about it is under way loses no reminder', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');
      team.meanwhile = () =>
        does(store, { kind: 'promise-moved', until: todayAt('16:00').toString(), text: 'Parts.' }, '12:30');

      await look('12:30');
      team.meanwhile = undefined;
      await look('15:50');

      assert.equal(team.told.length, 2);
    });

    test('nobody is reminded of what is answered, or in quarantine', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      await opened(store, '1', '13:00');
      await opened(store, '2', '13:00', { quarantined: ['too fast'] });
      await does(store, { kind: 'answer', by: 'email', text: 'Done.' }, '10:00');

      for (const time of ['12:30', '13:30']) await look(time);

      assert.deepEqual(team.told, []);
    });

    test('a reminder that a server left behind when it died is sent by another one', async (t) => {
      const { store, team, look } = reminding(await emptyStore(t));
      const escalation = await opened(store, '1', '13:00');
      await store.takeReminder('due-soon', escalation, todayAt('12:10'), todayAt('12:15'));

      await look('12:14');
      const before = team.told.length;
      await look('12:15');

      assert.deepEqual([before, team.told.length], [0, 1]);
    });
  });
}
