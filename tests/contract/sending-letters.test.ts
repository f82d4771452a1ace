import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smtp } from '../../src/help-desks/desks/smtp.ts';
import { openDelivering } from '../../src/server/open-delivering.ts';
import { soundAlerts } from '../../src/server/sound-alerts.ts';
import type { MailFate } from '../fixtures/mail-server.ts';
import { bodyOf, headersOf } from '../fixtures/read-mail.ts';
import { until } from '../fixtures/until.ts';
import { CONTACT, letterDesk, MONDAY, SECRET, SITE } from './letter-desk.ts';

for (const nullSender of ['refused', 'refused-late'] as const) {
  test(`a mail server that wants a return path gets ours (${nullSender})`, async (t) => {
    const { open, write, mails } = await letterDesk(t, { nullSender });
    await open('e1');

    await write();

    assert.deepEqual(
      mails.map(({ from, to }) => [from, to]),
      [['handrail@northlight.example', ['reader@example.com']]],
    );
  });
}

test('an address that the mail server refuses is told to the team, with the phone and without the message', async (t) => {
  const refused = { refusedAt: 'rcpt', status: 550 } as const;
  let fate: MailFate = refused;
  const { open, write, does, store, mails, mail, logged } = await letterDesk(t, { fate: () => fate });
  await open('e1', { typed: { phone: '+44 1632 960999' } });
  await open('e2', { typed: { email: 'else@example.com' } });
  await does('e1', { kind: 'answer', by: 'email', text: 'Press F12.' });

  await write();
  const counts = await store.outboxCounts();
  fate = 'taken';
  const team = smtp({ kind: 'smtp', ...mail, to: 'alerts@northlight.example' });
  const channels = { channels: [team], desks: [], contactEmail: CONTACT.email, timeZone: 'Europe/London' };
  await soundAlerts(store, channels, (event) => logged.push(event), MONDAY.add({ minutes: 1 }));

  assert.equal(counts.needsAPerson, 2);
  assert.equal(logged.filter((event) => event === 'letter-needs-a-person').length, 2);
  assert.deepEqual(
    mails.map(({ to }) => to),
    [['alerts@northlight.example']],
  );
  const text = bodyOf(mails[0]?.source ?? '');
  assert.equal(headersOf(mails[0]?.source ?? '')['Subject'], '[2 requests] Our mail did not reach these customers');
  assert.match(text, /^ref-e1: call \+44 1632 960999\n {2}Our answer did not reach the customer\. .*550 Not here\.$/m);
  assert.match(text, /^ref-e2: left no phone number\n {2}The letter that says that we have the request did not reach/m);
  assert.doesNotMatch(text, /Press F12|It beeps/);
});

test('a letter that is put off keeps its Message-ID, and nobody is alarmed for a while', async (t) => {
  let fate: MailFate = { refusedAt: 'rcpt', status: 451 };
  const { open, write, store, mails, later } = await letterDesk(t, { fate: () => fate });
  await open('e1');

  await write();
  const alerts = await store.takeAlerts(MONDAY.add({ minutes: 30 }), MONDAY.add({ minutes: 35 }), 10);
  fate = 'taken';
  later({ minutes: 1 });
  await write();

  assert.deepEqual(alerts, []);
  assert.equal(mails.length, 1);
  assert.equal(headersOf(mails[0]?.source ?? '')['Message-ID'], '<e1-customer@northlight.example>');
  assert.equal(headersOf(mails[0]?.source ?? '')['X-Handrail-May-Be-Second'], undefined);
});

test('a mail server that fails for an hour is told to the team', async (t) => {
  const { open, write, store, later } = await letterDesk(t, { fate: () => ({ refusedAt: 'rcpt', status: 451 }) });
  await open('e1');

  for (let minutes = 0; minutes < 80; minutes += 5) {
    await write();
    later({ minutes: 5 });
  }

  const alerts = await store.takeAlerts(MONDAY.add({ hours: 2 }), MONDAY.add({ hours: 3 }), 10);
  assert.deepEqual(
    alerts.map(({ desk: kind, state }) => [kind, state]),
    [['customer', 'retrying']],
  );
});

test('a letter that was perhaps taken is sent once more with the same id, and says so', async (t) => {
  let fate: MailFate = 'silence';
  const { open, write, mails, later } = await letterDesk(t, { fate: () => fate, timeoutMs: 1_000 });
  await open('e1');

  // A busy machine may give up on one before the mail is there.
  for (let tries = 0; mails.length === 0 && tries < 10; tries++) {
    await write();
    later({ minutes: 5 });
  }
  fate = 'taken';
  await write();

  const [first, second] = mails.map(({ source }) => headersOf(source));
  assert.equal(mails.length, 2);
  assert.equal(second?.['Message-ID'], first?.['Message-ID']);
  assert.match(bodyOf(mails[1]?.source ?? ''), /^You may have had this letter before: /);
});

test('a server with mail and no help desk writes to customers, and leaves the request to whoever looks', async (t) => {
  const { open, store, mails, mail } = await letterDesk(t);
  await open('e1');

  const delivering = openDelivering({ desks: [], innerHosts: [], mail }, SITE, {
    store,
    log: () => undefined,
    now: () => MONDAY,
    toCustomers: { ...SITE, secret: SECRET, siteUrl: 'https://x.example', serverUrl: 'https://x.example' },
  });
  await until('one that waits', async () => (await store.outboxCounts()).waiting === 1);
  await delivering?.stop();

  assert.deepEqual(
    mails.map(({ to }) => to),
    [['reader@example.com']],
  );
  const found = await store.escalationByReference('ref-e1');
  assert.deepEqual(
    found?.deliveries.map(({ desk: kind, state }) => [kind, state]),
    [
      [undefined, 'waiting'],
      ['customer', 'delivered'],
    ],
  );
});

test('two servers write each letter once, also when they look at the same moment', async (t) => {
  const { open, store, mails, mail, later } = await letterDesk(t);
  for (let id = 0; id < 20; id++) await open(`e${id}`, { typed: { email: `r${id}@example.com` } });
  const settings = { desks: [], innerHosts: [], mail };
  const context = {
    store,
    log: () => undefined,
    now: () => later({ seconds: 0 }),
    toCustomers: { ...SITE, secret: SECRET, siteUrl: 'https://x.example', serverUrl: 'https://x.example' },
  };

  const servers = [openDelivering(settings, SITE, context), openDelivering(settings, SITE, context)];
  await until('twenty that wait', async () => (await store.outboxCounts()).waiting === 20);
  await Promise.all(servers.map((server) => server?.stop()));

  assert.equal(mails.length, 20);
  assert.equal(new Set(mails.map(({ to }) => to[0])).size, 20);
});

test('letters that nobody sends any more need a person, but not those that are held in quarantine', async (t) => {
  const { open, store } = await letterDesk(t);
  await open('e1');
  await open('e2', { quarantined: ['too fast'] });
  const tenMinutesAgo = MONDAY.add({ minutes: 1 });

  const served = await store.markStranded(['zendesk', 'customer'], 'No mail is set up.', tenMinutesAgo);
  const unserved = await store.markStranded(['zendesk'], 'No mail is set up.', tenMinutesAgo);

  assert.deepEqual([served, unserved], [0, 1]);
  assert.equal((await store.outboxCounts()).needsAPerson, 1);
});

test('letters are tried again where there is no help desk, and deliveries of others are left alone', async (t) => {
  let fate: MailFate = { refusedAt: 'rcpt', status: 550 };
  const { open, write, store, mails } = await letterDesk(t, { fate: () => fate });
  await open('e1');
  await store.assignDesks(['zendesk'], MONDAY, 10);
  await write();

  fate = 'taken';
  const count = await store.retryNow('ref-e1', [], MONDAY);
  await write();

  assert.deepEqual([count, mails.length], [1, 1]);
  const found = await store.escalationByReference('ref-e1');
  assert.deepEqual(
    found?.deliveries.map(({ desk: kind, state }) => [kind, state]),
    [
      ['customer', 'delivered'],
      ['zendesk', 'waiting'],
    ],
  );
});
