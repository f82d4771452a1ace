import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmAddress } from '../../src/letters/confirm-address.ts';
import { letterCode } from '../../src/letters/letter-code.ts';
import type { StoredEscalation } from '../../src/server/stored-escalation.ts';
import { bodyOf, headersOf } from '../fixtures/read-mail.ts';
import { letterDesk, MONDAY, SECRET } from './letter-desk.ts';

const HOSTILE = [
  'a@example.com, b@example.com',
  'a@example.com\r\nBcc: b@example.com',
  'a@example.com>\r\nRCPT TO:<b@example.com',
  '"x" <b@example.com>, a@example.com',
];

test('fifty requests in the name of one address bring it one letter, and the others are noted as not sent', async (t) => {
  const { open, write, store, mails } = await letterDesk(t);
  for (let id = 0; id < 50; id++) await open(`e${id}`, { typed: { email: `Vic.Tim+${id}@example.com` } });

  await write();

  assert.equal(mails.length, 1);
  const found = await store.escalationByReference('ref-e7');
  assert.deepEqual(
    found?.deliveries.flatMap(({ desk: kind, state, ticket }) => (kind === 'customer' ? [state, ticket?.id] : [])),
    ['delivered', 'not sent: this address had such a letter today, and nobody has confirmed it'],
  );
});

test('a day later such an address may have another one', async (t) => {
  const { open, write, mails, later } = await letterDesk(t);
  await open('e1');
  await write();
  await open('e2');
  await write();

  later({ hours: 24 });
  await open('e3');
  await write();

  assert.deepEqual(
    mails.map(({ source }) => headersOf(source)['Subject']),
    ['[ref-e1] We have your request', '[ref-e3] We have your request'],
  );
});

test('an address that came back from a letter is confirmed, and hears of every request', async (t) => {
  const { open, write, store, mails } = await letterDesk(t);
  await open('e1');
  await write();

  const stored = await store.escalationById('e1');
  assert.ok(stored);
  const code = letterCode(SECRET, 'e1', 'reader@example.com');
  const guessed = await confirmAddress({ store, secret: SECRET }, stored, `${code.slice(1)}A`, MONDAY);
  const confirmed = await confirmAddress({ store, secret: SECRET }, stored, code, MONDAY);
  await open('e2', { typed: { email: 'Reader@Example.com' } });
  await open('e3');
  await write();

  assert.deepEqual([guessed, confirmed], [false, true]);
  assert.equal(mails.length, 3);
});

test('above the limit of an hour letters wait and are not lost, and answers go all the same', async (t) => {
  const { open, write, does, store, mails, later, logged } = await letterDesk(t, { mostPerHour: 3 });
  for (let id = 0; id < 5; id++) await open(`e${id}`, { typed: { email: `r${id}@example.com` } });

  await write();
  await does('e4', { kind: 'answer', by: 'email', text: 'Here it is.' });
  await write();
  const before = mails.map(({ to }) => to[0]);
  const counts = await store.outboxCounts();
  later({ minutes: 71 });
  await write();

  assert.deepEqual(before, ['r0@example.com', 'r1@example.com', 'r2@example.com', 'r4@example.com']);
  assert.deepEqual([counts.retrying, counts.needsAPerson], [2, 0]);
  assert.equal(logged.filter((event) => event === 'letter-held').length, 2);
  // The one that was answered needs no letter any more that says that it will be.
  assert.deepEqual(
    mails.slice(4).map(({ to }) => to[0]),
    ['r3@example.com'],
  );
});

for (const email of ['Handrail@northlight.example', 'help@northlight.example', 'alerts+x@northlight.example']) {
  test(`nothing is ever written to ${email}, which is ourselves`, async (t) => {
    const { open, write, does, store, mails } = await letterDesk(t);
    await open('e1', { typed: { email } });

    await does('e1', { kind: 'answer', by: 'email', text: 'Hello me.' });
    await write();

    assert.deepEqual(mails, []);
    assert.equal((await store.outboxCounts()).retrying, 0);
  });
}

test('of two moves of a promise only the one that holds is told', async (t) => {
  const { open, write, does, mails } = await letterDesk(t);
  await open('e1');
  await does('e1', { kind: 'promise-moved', until: '2026-11-24T10:30:00Z', text: 'First.' });
  await does('e1', { kind: 'promise-moved', until: '2026-11-24T12:30:00Z', text: 'Second.' });

  await write();

  const moved = mails.map(({ source }) => bodyOf(source)).filter((text) => text.includes('Why:'));
  assert.equal(moved.length, 1);
  assert.match(moved[0] ?? '', /^Second\.$/m);
});

test('nobody is asked whether it is mended who said already that it is, or is not', async (t) => {
  const { open, write, does, mails } = await letterDesk(t);
  const resolved = { kind: 'resolved', outcome: 'other', why: 'It was loose.' } as const;
  await open('e1', { typed: { email: 'one@example.com' } });
  await open('e2', { typed: { email: 'two@example.com' } });
  await write();
  await does('e1', resolved);
  await does('e1', { kind: 'mended' });
  await does('e2', resolved);
  await does('e2', { kind: 'reopened' });

  await write();

  assert.deepEqual(
    mails.map(({ source }) => headersOf(source)['Subject']),
    ['[ref-e1] We have your request', '[ref-e2] We have your request'],
  );
});

test('what is in quarantine is written to nobody until it is released', async (t) => {
  const { open, write, does, mails } = await letterDesk(t);
  await open('e1', { quarantined: ['too fast'] });

  await write();
  const before = mails.length;
  await does('e1', { kind: 'released' });
  await write();

  assert.deepEqual([before, mails.length], [0, 1]);
});

for (const email of HOSTILE) {
  test(`the address ${JSON.stringify(email)} is written to by nobody, and needs a person`, async (t) => {
    const { open, write, store, mails } = await letterDesk(t);
    const ready = await open('e1');
    // The door takes no such address; here it has come in by another one.
    const bad: StoredEscalation = { ...ready, id: 'e2', reference: 'ref-e2', idempotencyKey: 'k2', tokenHash: 't2' };
    await store.addEscalation(
      { ...bad, escalation: { ...bad.escalation, email, name: email } },
      { tellCustomer: true },
    );

    await write();

    assert.deepEqual(
      mails.map(({ to }) => to),
      [['reader@example.com']],
    );
    assert.equal((await store.outboxCounts()).needsAPerson, 1);
  });
}
