import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Answered, Delivery, HelpDesk } from '../../src/help-desks/help-desk.ts';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import type { Support } from '../../src/schema/site.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { remind } from '../../src/server/remind.ts';
import type { Store } from '../../src/server/store.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { storeAdapters } from './store-adapters.ts';

const OPENED = at('09:00');
const SUPPORT: Support = {
  timeZone: 'UTC',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
  holidays: [],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};

for (const { name, emptyStore, place } of await storeAdapters(OPENED)) {
  describe(`reminders of promises in ${name}`, () => {
    test('the team is told an hour before four are over, several at once, and only once', async (t) => {
      const { store, team, look } = await reminding(await emptyStore(t));
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
      const { store, team, look } = await reminding(await emptyStore(t));
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
      const { store, team, look, logged } = await reminding(await emptyStore(t));
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
      const { store, team, look } = await reminding(await emptyStore(t));
      await opened(store, '1', '13:00');

      for (const time of ['15:00', '15:01']) await look(time);

      assert.deepEqual(
        team.told.map(({ subject }) => subject),
        ['[ref-1] LATE: we promised an answer by Mon 23 Nov 2026, 13:00'],
      );
    });

    test('two servers that look at once remind once', async (t) => {
      const open = await place(t);
      const [first, second] = [await reminding(await open()), await reminding(await open())];
      for (let id = 0; id < 20; id++) await opened(first.store, `${id}`, '13:00');

      await Promise.all([first.look('12:30'), second.look('12:30')]);
      await Promise.all([first.look('13:30'), second.look('13:30')]);

      const told = [...first.team.told, ...second.team.told];
      const lines = told.flatMap(({ text }) => text.match(/^ref-.*?(?= )/gm) ?? []);
      assert.equal(lines.length, 40);
      assert.equal(new Set(lines).size, 20);
    });

    test('what could not be sent is sent later, through the channel that takes it', async (t) => {
      const { store, team, second, look, logged } = await reminding(await emptyStore(t));
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
      const { store, look, logged } = await reminding(await emptyStore(t), { channels: 'none' });
      await opened(store, '1', '13:00');

      for (const time of ['12:30', '12:31', '13:06', '13:07']) await look(time);

      assert.deepEqual(logged, ['promise-due-soon', 'promise-missed']);
    });

    test('a server with no channel takes no reminder away from one that has', async (t) => {
      const open = await place(t);
      const mute = await reminding(await open(), { channels: 'none' });
      const { team, look } = await reminding(await open());
      await opened(mute.store, '1', '13:00');

      for (const time of ['12:01', '12:02', '13:01', '13:02']) {
        await mute.look(time);
        await look(time);
      }

      assert.deepEqual([mute.logged, team.told.length], [[], 2]);
    });

    test('what a help desk knows to be answered is kept as such, at its time, and reminds nobody', async (t) => {
      const answered: Answered = { kind: 'answered', at: at('12:05') };
      const { store, team, look, asked, logged } = await reminding(await emptyStore(t), { answered });
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
      const [counts] = await store.promiseCounts(OPENED, at('14:00'));
      assert.deepEqual([counts?.kept, counts?.missed], [1, 0]);
    });

    test('a server that cannot ask the desk with the ticket leaves the asking to one that can, for a while', async (t) => {
      const open = await place(t);
      const answered: Answered = { kind: 'answered', at: at('12:05') };
      const { store, team, look, asked } = await reminding(await open(), { answered });
      const deskless = await reminding(await open(), { desks: 'none' });
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
      ['answered before the customer wrote again', { kind: 'answered', at: at('08:00') }],
      ['breaks', undefined],
    ] as const) {
      test(`a help desk that ${what} leaves the reminder to us`, async (t) => {
        const { store, team, look } = await reminding(await emptyStore(t), { answered });
        await opened(store, '1', '13:00');
        await store.assignDesks(['zendesk'], OPENED, 10);
        await store.noteDelivered('1-zendesk', { id: '4711' });

        await look('12:30');

        assert.equal(team.told.length, 1);
      });
    }

    test('a promise that is moved or made anew has a reminder of its own', async (t) => {
      const { store, team, look } = await reminding(await emptyStore(t));
      await opened(store, '1', '13:00');

      await look('13:05');
      await does(store, { kind: 'promise-moved', until: at('15:00').toString(), text: 'Parts.' }, '13:10');
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
      const { store, team, look } = await reminding(await emptyStore(t));
      await opened(store, '1', '13:00');
      team.meanwhile = () =>
        does(store, { kind: 'promise-moved', until: at('16:00').toString(), text: 'Parts.' }, '12:30');

      await look('12:30');
      team.meanwhile = undefined;
      await look('15:50');

      assert.equal(team.told.length, 2);
    });

    test('nobody is reminded of what is answered, or in quarantine', async (t) => {
      const { store, team, look } = await reminding(await emptyStore(t));
      await opened(store, '1', '13:00');
      await opened(store, '2', '13:00', { quarantined: ['too fast'] });
      await does(store, { kind: 'answer', by: 'email', text: 'Done.' }, '10:00');

      for (const time of ['12:30', '13:30']) await look(time);

      assert.deepEqual(team.told, []);
    });

    test('a reminder that a server left behind when it died is sent by another one', async (t) => {
      const { store, team, look } = await reminding(await emptyStore(t));
      const escalation = await opened(store, '1', '13:00');
      await store.takeReminder('due-soon', escalation, at('12:10'), at('12:15'));

      await look('12:14');
      const before = team.told.length;
      await look('12:15');

      assert.deepEqual([before, team.told.length], [0, 1]);
    });
  });
}

type Channel = HelpDesk & { told: Delivery[]; isDown: boolean; meanwhile: (() => Promise<unknown>) | undefined };

function channel(kind: HelpDesk['kind']): Channel {
  const made: Channel = {
    kind,
    title: kind,
    told: [],
    isDown: false,
    meanwhile: undefined,
    deliver: async (delivery) => {
      await made.meanwhile?.();
      if (made.isDown) return { kind: 'rejected', code: 'down', reason: 'It is down.' };
      made.told.push(delivery);
      return { kind: 'delivered', ticket: { id: delivery.id } };
    },
  };
  return made;
}

async function reminding(
  store: Store,
  {
    answered,
    channels = 'two',
    desks = 'zendesk',
  }: { answered?: Answered | undefined; channels?: 'two' | 'none'; desks?: 'zendesk' | 'none' } = {},
) {
  const [team, second] = [channel('smtp'), channel('webhook')];
  const asked: { ticket: string; since: string }[] = [];
  const zendesk: HelpDesk = {
    ...channel('zendesk'),
    answered: async ({ id }, { since }) => {
      asked.push({ ticket: id, since: since.toString() });
      if (!answered) throw new Error('It broke.');
      return answered;
    },
  };
  const logged: string[] = [];
  const look = (time: string) =>
    remind(
      {
        store,
        support: SUPPORT,
        desks: desks === 'none' ? [] : [zendesk],
        channels: channels === 'none' ? [] : [team, second],
        contactEmail: 'help@northlight.example',
        log: (event) => logged.push(event),
        pause: () => Promise.resolve(),
      },
      at(time),
    );
  return { store, team, second, look, asked, logged };
}

async function opened(store: Store, id: string, promised: string, rest: Parameters<typeof storedEscalation>[1] = {}) {
  const escalation = storedEscalation(id, {
    openedAt: OPENED,
    promiseMadeAt: OPENED,
    promisedBy: at(promised),
    ...rest,
  });
  await store.addEscalation(escalation);
  return escalation;
}

function does(store: Store, act: EscalationAct, time: string) {
  return continueEscalation({ store, support: SUPPORT, writesToCustomers: false }, '1', { act }, at(time));
}

function at(time: string): Temporal.Instant {
  return Temporal.Instant.from(`2026-11-23T${time}Z`);
}
