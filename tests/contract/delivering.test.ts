import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { CustomerAct } from '../../src/schema/escalation-event.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { health } from '../../src/server/health.ts';
import { openDelivering } from '../../src/server/open-delivering.ts';
import type { Store } from '../../src/server/store.ts';
import type { StubAnswer } from '../fixtures/http-stub.ts';
import { until } from '../fixtures/until.ts';
import { desks, escalation, SECRET, SITE, support } from './delivering-desks.ts';

test('an escalation reaches every desk once: as mail, and as a signed webhook', async (t) => {
  const { store, mails, hook, deliver, settled } = await desks(t);
  await store.addEscalation(escalation('1'));

  deliver();
  await settled(({ waiting }) => waiting === 0);

  assert.equal(mails.length, 1);
  assert.deepEqual(mails[0]?.to, ['team@northlight.example']);
  assert.match(mails[0]?.source ?? '', /^Subject: \[ref-1\] It beeps\.\r$/m);
  assert.equal(hook.requests.length, 1);
  const [{ headers = {}, body = '' } = {}] = hook.requests;
  const sent = new Webhook(SECRET).verify(body, headers) as { data: { reference: string } };
  assert.equal(sent.data.reference, 'ref-1');
  const found = await store.escalationByReference('ref-1');
  assert.deepEqual(
    found?.deliveries.map(({ desk, state, ticket }) => [desk, state, ticket?.id]),
    [
      ['smtp', 'delivered', '<1-smtp@northlight.example>'],
      ['webhook', 'delivered', '1-webhook'],
    ],
  );
});

test('what a customer adds reaches every desk in order, behind the opening and with its ticket', async (t) => {
  const { store, mails, hook, deliver, settled } = await desks(t);
  await store.addEscalation(escalation('1'));
  const acts = [
    { kind: 'message', text: 'It still beeps.' },
    { kind: 'mended' },
    { kind: 'reopened', text: 'No, it does not.' },
  ] as const;
  for (const act of acts) await does(store, '1', act);

  deliver();
  await settled(({ waiting }) => waiting === 0);

  const hooked = hook.requests.map(({ headers, body }) => new Webhook(SECRET).verify(body, { ...headers }));
  assert.deepEqual(
    (hooked as { type: string; data: { ticket?: string; text: string } }[]).map(({ type, data }) => [
      type,
      data.ticket,
    ]),
    [
      ['escalation.opened', undefined],
      ['escalation.message', '1-webhook'],
      ['escalation.mended', '1-webhook'],
      ['escalation.reopened', '1-webhook'],
    ],
  );
  assert.equal(new Set(hook.requests.map(({ headers }) => headers['webhook-id'])).size, 4);
  const [first, ...replies] = mails.map(({ source }) => source);
  assert.match(first ?? '', /It beeps/);
  assert.deepEqual(
    replies.map((source) => /^In-Reply-To: (.*)\r$/m.exec(source)?.[1]),
    Array(3).fill('<1-smtp@northlight.example>'),
  );
  assert.match(replies[0] ?? '', /It still beeps\./);
});

test('what was taken over by hand goes on in a ticket of its own, which says where the rest is', async (t) => {
  const { store, hook, deliver, settled } = await desks(t);
  await store.addEscalation(escalation('1'));
  await store.assignDesks(['webhook'], Temporal.Now.instant(), 10);
  await store.deliverByHand('ref-1', 'a note on An agent’s desk');
  await does(store, '1', { kind: 'message', text: 'One thing more.' });
  await does(store, '1', { kind: 'message', text: 'And another.' });

  deliver();
  await settled(({ waiting }) => waiting === 0);

  const hooked = hook.requests.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, string> });
  assert.deepEqual(
    hooked.map(({ type }) => type),
    ['escalation.opened', 'escalation.message'],
  );
  assert.match(
    hooked[0]?.data['text'] ?? '',
    /^This goes on with ref-1\. .*: a note on An agent’s desk\n\nOne thing more\./,
  );
  assert.equal(hooked[1]?.data['ticket'], hook.requests[0]?.headers['webhook-id']);
});

test('what a desk rejects stays, is counted, is told by mail without a word of the customer, and can be retried', async (t) => {
  let answer: StubAnswer = { status: 422, body: { description: 'No such group.' } };
  const { store, mails, hook, deliver, settled, logged } = await desks(t, { hook: () => answer });
  await store.addEscalation(escalation('1'));

  deliver();
  await settled(({ needsAPerson }) => needsAPerson === 1);
  await until('two mails', () => mails.length === 2);

  assert.equal((await health(store, Temporal.Now.instant())).outbox?.needsAPerson, 1);
  const alert = mails.find(({ source }) => source.includes('has not taken'));
  assert.deepEqual(alert?.to, ['alerts@northlight.example']);
  assert.match(alert?.source ?? '', /ref-1, promised by/);
  assert.match(alert?.source ?? '', /answered 422/);
  assert.doesNotMatch(alert?.source ?? '', /It beeps|reader@example/);
  assert.doesNotMatch(JSON.stringify(logged), /It beeps|reader@example|No such group/);
  assert.ok(logged.some(({ event, reference }) => event === 'needs-a-person' && reference === 'ref-1'));

  answer = { status: 204 };
  await store.retryNow('ref-1', ['smtp', 'webhook'], Temporal.Now.instant());
  await settled(({ waiting, needsAPerson, retrying }) => waiting + needsAPerson + retrying === 0);

  assert.equal(hook.requests.length, 2);
  assert.deepEqual(await store.waitingEscalations(), []);
});

test('a desk that does not answer holds up nobody else', async (t) => {
  const { store, mails, deliver } = await desks(t, { hook: () => 'silence' });
  for (let id = 0; id < 20; id++) await store.addEscalation(escalation(String(id)));

  deliver();
  // On a busy machine some of the twenty may have been given up, and wait for another try.
  await until('twenty mails', async () => mails.length === 20 && (await stillOpen(store)) === 20);

  assert.equal((await store.outboxCounts()).needsAPerson, 0);
});

test('with no help desk nothing is begun, and everything waits for whoever looks', async (t) => {
  const { store } = await desks(t);

  const delivering = openDelivering({ desks: [], innerHosts: [] }, SITE, {
    store,
    log: () => undefined,
    now: () => Temporal.Now.instant(),
  });

  assert.equal(delivering, undefined);
});

async function stillOpen(store: Store): Promise<number> {
  const { waiting, retrying } = await store.outboxCounts();
  return waiting + retrying;
}

async function does(store: Store, id: string, act: CustomerAct) {
  const continuing = { store, support, writesToCustomers: false };
  const { kind } = await continueEscalation(continuing, id, { act }, Temporal.Now.instant());
  assert.equal(kind, 'kept');
}
