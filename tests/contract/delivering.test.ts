import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { CustomerAct } from '../../src/schema/escalation-event.ts';
import type { Support } from '../../src/schema/site.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { health } from '../../src/server/health.ts';
import { openDelivering } from '../../src/server/open-delivering.ts';
import { StoreUnavailable, type Store } from '../../src/server/store.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { httpStub, type StubAnswer } from '../fixtures/http-stub.ts';
import { mailServer } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { until } from '../fixtures/until.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const support: Support = {
  timeZone: 'Europe/London',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '23:59' }],
  holidays: [],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};
const SITE = { contact: { phone: '+44 1632 960150', email: 'team@northlight.example' }, support };

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

test('stopping lets what is under way end, and be noted', async (t) => {
  let release: (answer: StubAnswer) => void = () => undefined;
  const { store, hook, deliver } = await desks(t, { hook: () => new Promise((answer) => (release = answer)) });
  await store.addEscalation(escalation('1'));
  const delivering = deliver();
  await until('one request', () => hook.requests.length === 1);

  const stopped = delivering.stop();
  release({ status: 200 });
  await stopped;

  const found = await store.escalationByReference('ref-1');
  assert.equal(found?.deliveries.find(({ desk }) => desk === 'webhook')?.state, 'delivered');
});

test('what is under way ends and is noted also where the store failed in between', async (t) => {
  const answering = Promise.withResolvers<StubAnswer>();
  const { store, mails, hook, deliver } = await desks(t, { hook: () => answering.promise });
  await store.addEscalation(escalation('1'));
  const { leaseDue } = store;
  let isBroken = false;
  store.leaseDue = (kind, ...asked) => {
    if (kind !== 'webhook' || hook.requests.length === 0) return leaseDue(kind, ...asked);
    isBroken = true;
    return Promise.reject(new StoreUnavailable('The disk is full.'));
  };

  const { stop } = deliver();
  await until('a broken store and one mail', () => isBroken && mails.length === 1);
  const stopped = stop().then(() => 'stopped');
  const before = await Promise.race([stopped, setTimeout(500, 'under way')]);
  answering.resolve({ status: 204 });
  await stopped;

  assert.equal(before, 'under way');
  const found = await store.escalationByReference('ref-1');
  assert.deepEqual(
    found?.deliveries.map(({ desk, state }) => [desk, state]),
    [
      ['smtp', 'delivered'],
      ['webhook', 'delivered'],
    ],
  );
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

type Counts = { waiting: number; retrying: number; needsAPerson: number };

async function desks(
  t: TestContext,
  { hook: answer = () => ({ status: 204 }) }: { hook?: () => StubAnswer | Promise<StubAnswer> } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-delivering-'));
  const store: Store = await openSqliteStore(join(folder, 'handrail.db'), Temporal.Now.instant());
  const { url, mails } = await mailServer(t);
  const hook = await httpStub(t, answer);
  const logged: Record<string, unknown>[] = [];
  const stops: (() => Promise<void>)[] = [];
  t.after(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const mail = { url, from: 'handrail@northlight.example' };
  const deliver = () => {
    const delivering = openDelivering(
      {
        desks: [
          { kind: 'smtp', ...mail },
          { kind: 'webhook', url: `${hook.url}/escalations`, secrets: [SECRET] },
        ],
        innerHosts: ['127.0.0.1'],
        mail,
        alertTo: 'alerts@northlight.example',
      },
      SITE,
      { store, log: (event, fields) => logged.push({ event, ...fields }), now: () => Temporal.Now.instant() },
    );
    assert.ok(delivering);
    stops.push(delivering.stop);
    return delivering;
  };
  const settled = (holds: (counts: Counts) => boolean) =>
    until('the outbox to settle', async () => holds(await store.outboxCounts()));
  return { store, mails, hook, deliver, settled, logged };
}

async function stillOpen(store: Store): Promise<number> {
  const { waiting, retrying } = await store.outboxCounts();
  return waiting + retrying;
}

async function does(store: Store, id: string, act: CustomerAct) {
  const continuing = { store, support, writesToCustomers: false };
  const { kind } = await continueEscalation(continuing, id, { act }, Temporal.Now.instant());
  assert.equal(kind, 'kept');
}

/** Promised for tomorrow, so that nothing is late. */
function escalation(id: string) {
  const openedAt = Temporal.Now.instant();
  return storedEscalation(id, { openedAt, promisedBy: openedAt.add({ hours: 24 }) });
}
