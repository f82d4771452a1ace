import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listWaiting, showEscalation } from '../../../src/cli/list-waiting.ts';
import { Escalation } from '../../../src/schema/escalation.ts';
import type { WaitingEscalation } from '../../../src/server/store.ts';

const now = Temporal.Instant.from('2026-11-23T12:00Z');

test('with nobody waiting it says so', () => {
  assert.equal(listWaiting([], now, 'Europe/London'), 'Nobody is waiting.');
});

test('what was set apart is listed after the others, with why, and what to do', () => {
  const genuine = waiting('0ABC-DEFG', '2026-11-23T17:00Z', { message: 'Hello?' });
  const odd = {
    ...waiting('7K3F-9Q2M', '2026-11-23T10:40Z', { message: 'Buy!' }),
    quarantined: ['trap-filled', 'new'],
  };

  const text = listWaiting([odd, genuine], now, 'Europe/London');

  assert.ok(text.startsWith('One person is waiting. Times'), text);
  const [before = '', after = ''] = text.split('SET APART, because they look as if a program had sent them.');
  assert.match(before, /0ABC-DEFG/);
  assert.doesNotMatch(before, /7K3F-9Q2M/);
  assert.match(
    after,
    /If one is genuine: npm run escalations -- release <reference>\.\n\nOVERDUE since .* {3}7K3F-9Q2M/,
  );
  assert.match(after, /\n {2}Set apart: a field was filled in that people do not see; new\.\n/);
});

test('each one is listed with promise, contact, words and what was tried', () => {
  const late = waiting('7K3F-9Q2M', '2026-11-23T10:40Z', {
    channel: 'call-back',
    phone: '+44 1632 960150',
    goodTime: 'after five',
    article: 'computer-will-not-start',
    version: '12',
    audience: 'home',
    message: 'It beeps twice.\nThen it stays dark.',
    packet: {
      searches: [
        { query: 'two beeps', results: 0 },
        { query: 'beeps', results: 1 },
      ],
      visited: ['screen-stays-dark', 'ports-and-limits'],
      steps: [
        { text: 'Unplug it.', done: true },
        { text: 'Hold the button.', done: false },
      ],
      choices: [{ question: 'Is there a light?', answer: 'Yes, amber' }],
      moment: { video: 'start', second: 71.5 },
      vote: { helpful: false, reasons: ['steps-did-not-work'] },
      browser: 'Firefox 145 on Windows',
    },
  });
  const inTime = waiting('0ABC-DEFG', '2026-11-23T17:00Z', { message: 'Hello?' });

  const text = listWaiting([late, inTime], now, 'Europe/London');

  assert.equal(
    text,
    `2 people are waiting, 1 of them longer than we promised. Times are those of Europe/London.

OVERDUE since Mon 23 Nov 2026, 10:40   7K3F-9Q2M
  Call A reader, +44 1632 960150 (e-mail reader@example.com), good time: after five
  Asked on Mon 23 Nov 2026, 08:30.

  | It beeps twice.
  | Then it stays dark.

  - Read "computer-will-not-start" for version 12, home.
  - Searched for "two beeps": nothing found.
  - Searched for "beeps": 1 result.
  - Also opened screen-stays-dark, ports-and-limits.
  - Ticked off 1 of 2 steps; the first one not ticked off is "Hold the button."
  - "Is there a light?" Answered "Yes, amber".
  - Stopped the video "start" at 1:11.
  - Said that it did not help (I did what it says, and it did not work).
  - Uses Firefox 145 on Windows.

Answer by Mon 23 Nov 2026, 17:00   0ABC-DEFG
  Write to A reader, reader@example.com
  Asked on Mon 23 Nov 2026, 08:30.

  | Hello?`,
  );
});

test('line breaks of a message and of a comment are line breaks, from whatever system they came', () => {
  const vote = { helpful: false, reasons: [], comment: 'It blinks.\r\nThree times.\nNot two.' };

  const text = listWaiting(
    [
      waiting('7K3F-9Q2M', '2026-11-23T17:00Z', {
        message: 'One.\r\nTwo.',
        packet: { searches: [], visited: [], steps: [], choices: [], vote },
      }),
    ],
    now,
    'UTC',
  );

  assert.match(text, / {2}\| One\.\n {2}\| Two\.\n/);
  assert.match(text, /It blinks\.\n {4}Three times\.\n {4}Not two\./);
  assert.doesNotMatch(text, /\uFFFD/);
});

test('what a stranger wrote can neither colour the terminal nor turn it around', () => {
  const text = listWaiting(
    [waiting('7K3F-9Q2M', '2026-11-23T17:00Z', { message: '\x1b[2Jgone \u202Eback\r' })],
    now,
    'UTC',
  );

  assert.match(text, /\| \uFFFD\[2Jgone \uFFFDback\uFFFD/);
});

const letter = { id: 'e1-customer', desk: 'customer' } as const;
for (const [delivery, line] of [
  [{ ...letter, state: 'delivered', attempts: 1, ticket: { id: '<e1@x.example>' } }, 'Letter to the customer: sent.'],
  [
    { ...letter, state: 'delivered', attempts: 1, ticket: { id: 'not sent: it was answered meanwhile' } },
    'Letter to the customer: not sent: it was answered meanwhile.',
  ],
  [
    { ...letter, state: 'retrying', attempts: 2, lastReason: 'It is full.' },
    'A letter to the customer waits, tried 2 times: It is full.',
  ],
  [
    { ...letter, state: 'needs-a-person', attempts: 1, lastReason: 'No such user.' },
    'A letter did not reach the customer: No such user.',
  ],
] as const) {
  test(`of a letter that is ${delivery.state} it says "${line}"`, () => {
    const one = { ...waiting('7K3F-9Q2M', '2026-11-23T17:00Z', {}), deliveries: [delivery] };

    assert.ok(listWaiting([one], now, 'UTC').includes(`\n  ${line}\n`));
  });
}

test('a promise that was moved is told as the one that holds, and when it was moved on the same clock', () => {
  const at = Temporal.Instant.from('2026-11-23T09:00Z');
  const until = '2026-11-24T09:00:00Z';
  const moved = {
    id: '1',
    at,
    author: 'agent',
    act: { kind: 'promise-moved', until, text: 'A part is on its way.' },
  } as const;

  const held = showEscalation(waiting('7K3F-9Q2M', until, {}), [moved], now, 'Europe/Berlin');
  const answered = { id: '2', at, author: 'agent', act: { kind: 'answer', by: 'email', text: 'So.' } } as const;
  const reopened = { id: '3', at, act: { kind: 'reopened' } } as const;
  const sameByChance = showEscalation(
    waiting('7K3F-9Q2M', until, {}),
    [moved, answered, reopened],
    now,
    'Europe/Berlin',
  );
  const madeAnew = showEscalation(waiting('7K3F-9Q2M', '2026-11-25T09:00Z', {}), [moved], now, 'Europe/Berlin');

  assert.match(held, /Answer by Tue 24 Nov 2026, 10:00 \(it was moved\) {3}7K3F-9Q2M/);
  assert.match(held, /promise-moved, agent\n {2}until: Tue 24 Nov 2026, 10:00\n {2}\| A part/);
  assert.doesNotMatch(sameByChance, /it was moved/);
  assert.match(madeAnew, /Answer by Wed 25 Nov 2026, 10:00 {3}7K3F-9Q2M/);
});

test('only what a person took over by hand is called so, and once, however much came after it', () => {
  const row = { state: 'delivered', attempts: 0 } as const;
  const answered = [{ ...row, id: '1', ticket: { id: 'answered here' } }];
  const byHand = ['2', '3'].map((id) => ({ ...row, id, ticket: { id: 'called back' }, isByHand: true as const }));
  const inDesk = ['4', '5'].map((id) => ({ ...row, id, desk: 'zendesk', ticket: { id: '4711' } }));
  const letters = ['6', '7'].map((id) => ({ ...row, id, desk: 'customer', ticket: { id: '<1@x.example>' } }));

  const [first, second] = [answered, [...byHand, ...inDesk, ...letters]].map((deliveries) =>
    showEscalation({ ...waiting('7K3F-9Q2M', '2026-11-23T17:00Z', {}), deliveries }, [], now, 'UTC'),
  );

  assert.doesNotMatch(first ?? '', /Taken over|answered here/);
  assert.deepEqual(second?.match(/^ {2}(Taken|In|Letter).*/gm), [
    '  Taken over: called back.',
    '  In zendesk as 4711.',
    '  Letter to the customer: sent.',
    '  Letter to the customer: sent.',
  ]);
});

function waiting(reference: string, promisedBy: string, typed: Partial<Escalation>): WaitingEscalation {
  return {
    id: reference,
    reference,
    idempotencyKey: reference,
    bodyHash: '',
    tokenHash: '',
    openedAt: Temporal.Instant.from('2026-11-23T08:30Z'),
    promiseMadeAt: Temporal.Instant.from('2026-11-23T08:30Z'),
    promisedBy: Temporal.Instant.from(promisedBy),
    state: 'waiting',
    revision: 0,
    escalation: Escalation.parse({
      channel: 'email',
      name: 'A reader',
      email: 'reader@example.com',
      message: 'Hello.',
      ...typed,
    }),
    deliveries: [{ id: reference, state: 'waiting', attempts: 0 }],
  };
}
