import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { letterCode } from '../../src/letters/letter-code.ts';
import { confirmAddress } from '../../src/letters/confirm-address.ts';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import type { Escalation } from '../../src/schema/escalation.ts';
import type { Support } from '../../src/schema/site.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { openDelivering } from '../../src/server/open-delivering.ts';
import { soundAlerts } from '../../src/server/sound-alerts.ts';
import { statusToken } from '../../src/server/status-token.ts';
import type { StoredEscalation } from '../../src/server/stored-escalation.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { writeLetter, type LetterDesk } from '../../src/server/write-letter.ts';
import { smtp } from '../../src/help-desks/desks/smtp.ts';
import { mailServer, type MailFate, type NullSender } from '../fixtures/mail-server.ts';
import { bodyOf, headersOf } from '../fixtures/read-mail.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';

const MONDAY = Temporal.Instant.from('2026-11-23T09:00Z');
const SECRET = Buffer.from('a secret that is long enough to use');
const CONTACT = { phone: '+44 1632 960150', email: 'help@northlight.example', post: 'Northlight, 12 Foundry Lane' };
const SUPPORT: Support = {
  timeZone: 'Europe/London',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
  holidays: [],
  promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
};
const SITE = { name: 'Northlight', title: 'Northlight Help', contact: CONTACT, support: SUPPORT };
const STATUS_PAGE = `https://api.northlight.example/requests/${statusToken(SECRET, 'e1')}/?from=${letterCode(SECRET, 'e1', 'reader@example.com')}`;

test('the first letter has the reference, the time with its zone, the status page and the phone', async (t) => {
  const { open, write, mails } = await desk(t);
  await open('e1');

  await write();

  assert.equal(
    bodyOf(mails[0]?.source ?? ''),
    `Hello,

Northlight has your request. Its reference is ref-e1.

A person writes to you, at this address, by
Monday 23 November 2026, 13:00 (Greenwich Mean Time, Europe/London).

How it stands, and a place to add something:
${STATUS_PAGE}

In a hurry? Call +44 1632 960150 and name the reference.

You did not write to us? Then somebody mistyped an address. There is nothing for you to do.

--
Northlight Help
Northlight, 12 Foundry Lane
`,
  );
});

test('whoever wants to be called reads that they will be', async (t) => {
  const { open, write, mails } = await desk(t);
  await open('e1', { typed: { channel: 'call-back', phone: '+44 1632 960999' } });

  await write();

  assert.match(bodyOf(mails[0]?.source ?? ''), /^A person calls you back by\nMonday 23 November 2026, 13:00/m);
});

test('a first letter that goes late says that we are, and is sorry for it', async (t) => {
  const { open, write, mails, later } = await desk(t);
  await open('e1');

  later({ hours: 6 });
  await write();

  assert.match(
    bodyOf(mails[0]?.source ?? ''),
    /^We promised an answer by Monday 23 November 2026, 13:00 \(.*\)\. That time is over, and we are sorry that you still wait\.$/m,
  );
});

test('the first letter is plainly automatic, has no return path, and is answered to people', async (t) => {
  const { open, write, mails } = await desk(t);
  await open('e1');

  await write();

  const [mail] = mails;
  assert.deepEqual([mail?.from, mail?.to], ['', ['reader@example.com']]);
  const { Date: _date, ...headers } = headersOf(mail?.source ?? '');
  assert.deepEqual(headers, {
    From: 'Northlight Help <handrail@northlight.example>',
    To: 'reader@example.com',
    'Reply-To': 'Northlight Help <help@northlight.example>',
    Subject: '[ref-e1] We have your request',
    'Message-ID': '<e1-customer@northlight.example>',
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
    'X-Handrail-Reference': 'ref-e1',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': 'quoted-printable',
    'MIME-Version': '1.0',
  });
});

for (const nullSender of ['refused', 'refused-late'] as const) {
  test(`a mail server that wants a return path gets ours (${nullSender})`, async (t) => {
    const { open, write, mails } = await desk(t, { nullSender });
    await open('e1');

    await write();

    assert.deepEqual(
      mails.map(({ from, to }) => [from, to]),
      [['handrail@northlight.example', ['reader@example.com']]],
    );
  });
}

test('no word of a stranger is in the first letter: no name, no message, no link', async (t) => {
  const { open, write, mails } = await desk(t);
  await open('e1', {
    typed: { name: 'Win now', message: 'See https://evil.example', goodTime: 'evil noon', article: 'evil-article' },
  });

  await write();

  assert.equal(mails.length, 1);
  assert.doesNotMatch(mails[0]?.source ?? '', /evil|Win now/);
});

test('an answer is what the person wrote, then how to go on; it is no automatic mail', async (t) => {
  const { open, write, does, mails } = await desk(t);
  await open('e1');
  await write();

  await does('e1', { kind: 'answer', by: 'email', text: 'Press F12.\r\n\r\nThen wait. — An agent' });
  await write();

  const { source = '', from } = mails[1] ?? {};
  assert.equal(
    bodyOf(source),
    `Press F12.

Then wait. — An agent

--
Your reference: ref-e1
How it stands: ${STATUS_PAGE}
Write back on that page: it reaches the same people.
Rather talk? Call +44 1632 960150.
Northlight Help
Northlight, 12 Foundry Lane
`,
  );
  const headers = headersOf(source);
  assert.equal(from, 'handrail@northlight.example');
  assert.equal(headers['Subject'], '[ref-e1] Our answer');
  assert.equal(headers['Auto-Submitted'], undefined);
  assert.equal(headers['In-Reply-To'], '<e1-customer@northlight.example>');
  assert.equal(headers['References'], '<e1-customer@northlight.example>');
});

test('a resolution says why it happened and what was done, and asks whether it is mended', async (t) => {
  const { open, write, does, mails } = await desk(t);
  await open('e1');
  await write();

  const why = 'The fan was full of dust.';
  await does('e1', {
    kind: 'resolved',
    outcome: 'article-solved',
    article: 'fan-is-loud',
    why,
    done: 'We cleaned it.',
  });
  await write();

  const { source = '', from } = mails[1] ?? {};
  assert.equal(
    bodyOf(source),
    `Hello,

We believe that what you asked us about (ref-e1) is mended.

Why it happened:
The fan was full of dust.

What we did:
We cleaned it.

The article about it:
https://help.northlight.example/articles/fan-is-loud/

Is it mended? Tell us, with one press:
${STATUS_PAGE}

If it is not, say so there: we take it up again, and you explain nothing twice.
You can also call +44 1632 960150.

--
Northlight Help
Northlight, 12 Foundry Lane
`,
  );
  assert.equal(from, 'handrail@northlight.example');
  assert.equal(headersOf(source)['Auto-Submitted'], 'auto-generated');
});

test('a promise that is moved to an earlier time is told as what it is, without an apology', async (t) => {
  const { open, write, does, mails } = await desk(t);
  await open('e1');
  await write();

  await does('e1', { kind: 'promise-moved', until: '2026-11-23T10:30:00Z', text: 'The part is here already.' });
  await write();

  const { source = '' } = mails[1] ?? {};
  assert.match(headersOf(source)['Subject'] ?? '', /You hear from us sooner than we promised$/);
  assert.match(bodyOf(source), /^We promised you an answer to ref-e1 by a later time\. It comes sooner\.$/m);
  assert.match(bodyOf(source), /^Monday 23 November 2026, 10:30/m);
  assert.doesNotMatch(bodyOf(source), /sorry|longer|cannot/);
});

test('a promise that is moved has its new time, why, and an apology for what it is', async (t) => {
  const { open, write, does, mails } = await desk(t);
  await open('e1');
  await write();

  await does('e1', { kind: 'promise-moved', until: '2026-11-24T10:30:00Z', text: 'The part arrives tomorrow.' });
  await write();

  const { source = '' } = mails[1] ?? {};
  assert.equal(
    bodyOf(source),
    `Hello,

We promised you an answer to ref-e1 by an earlier time, and we cannot keep that time.
We are sorry that you wait longer than we said.

A person writes to you by
Tuesday 24 November 2026, 10:30 (Greenwich Mean Time, Europe/London).

Why:
The part arrives tomorrow.

How it stands, and a place to add something:
${STATUS_PAGE}

Can it not wait that long? Call +44 1632 960150 and name the reference.

--
Northlight Help
Northlight, 12 Foundry Lane
`,
  );
  assert.equal(headersOf(source)['Subject'], '[ref-e1] We need longer than we promised');
  assert.equal(headersOf(source)['Auto-Submitted'], 'auto-generated');
});

test('fifty requests in the name of one address bring it one letter, and the others are noted as not sent', async (t) => {
  const { open, write, store, mails } = await desk(t);
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
  const { open, write, mails, later } = await desk(t);
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
  const { open, write, store, mails } = await desk(t);
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
  const { open, write, does, store, mails, later, logged } = await desk(t, { mostPerHour: 3 });
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
    const { open, write, does, store, mails } = await desk(t);
    await open('e1', { typed: { email } });

    await does('e1', { kind: 'answer', by: 'email', text: 'Hello me.' });
    await write();

    assert.deepEqual(mails, []);
    assert.equal((await store.outboxCounts()).retrying, 0);
  });
}

test('of two moves of a promise only the one that holds is told', async (t) => {
  const { open, write, does, mails } = await desk(t);
  await open('e1');
  await does('e1', { kind: 'promise-moved', until: '2026-11-24T10:30:00Z', text: 'First.' });
  await does('e1', { kind: 'promise-moved', until: '2026-11-24T12:30:00Z', text: 'Second.' });

  await write();

  const moved = mails.map(({ source }) => bodyOf(source)).filter((text) => text.includes('Why:'));
  assert.equal(moved.length, 1);
  assert.match(moved[0] ?? '', /^Second\.$/m);
});

test('nobody is asked whether it is mended who said already that it is, or is not', async (t) => {
  const { open, write, does, mails } = await desk(t);
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
  const { open, write, does, mails } = await desk(t);
  await open('e1', { quarantined: ['too fast'] });

  await write();
  const before = mails.length;
  await does('e1', { kind: 'released' });
  await write();

  assert.deepEqual([before, mails.length], [0, 1]);
});

test('an address that the mail server refuses is told to the team, with the phone and without the message', async (t) => {
  const refused = { refusedAt: 'rcpt', status: 550 } as const;
  let fate: MailFate = refused;
  const { open, write, does, store, mails, mail, logged } = await desk(t, { fate: () => fate });
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
  const { open, write, store, mails, later } = await desk(t, { fate: () => fate });
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
  const { open, write, store, later } = await desk(t, { fate: () => ({ refusedAt: 'rcpt', status: 451 }) });
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
  const { open, write, mails, later } = await desk(t, { fate: () => fate });
  await open('e1');

  await write();
  fate = 'taken';
  later({ minutes: 1 });
  await write();

  const [first, second] = mails.map(({ source }) => headersOf(source));
  assert.equal(mails.length, 2);
  assert.equal(second?.['Message-ID'], first?.['Message-ID']);
  assert.match(bodyOf(mails[1]?.source ?? ''), /^You may have had this letter before: /);
});

test('a server with mail and no help desk writes to customers, and leaves the request to whoever looks', async (t) => {
  const { open, store, mails, mail } = await desk(t);
  await open('e1');

  const delivering = openDelivering({ desks: [], innerHosts: [], mail }, SITE, {
    store,
    log: () => undefined,
    now: () => MONDAY,
    toCustomers: { ...SITE, secret: SECRET, siteUrl: 'https://x.example', serverUrl: 'https://x.example' },
  });
  for (let tries = 0; tries < 400 && (await store.outboxCounts()).waiting > 1; tries++) await setTimeout(25);
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
  const { open, store, mails, mail, later } = await desk(t);
  for (let id = 0; id < 20; id++) await open(`e${id}`, { typed: { email: `r${id}@example.com` } });
  const settings = { desks: [], innerHosts: [], mail };
  const context = {
    store,
    log: () => undefined,
    now: () => later({ seconds: 0 }),
    toCustomers: { ...SITE, secret: SECRET, siteUrl: 'https://x.example', serverUrl: 'https://x.example' },
  };

  const servers = [openDelivering(settings, SITE, context), openDelivering(settings, SITE, context)];
  for (let tries = 0; tries < 400 && (await store.outboxCounts()).waiting > 20; tries++) await setTimeout(25);
  await Promise.all(servers.map((server) => server?.stop()));

  assert.equal(mails.length, 20);
  assert.equal(new Set(mails.map(({ to }) => to[0])).size, 20);
});

test('letters that nobody sends any more need a person, but not those that are held in quarantine', async (t) => {
  const { open, store } = await desk(t);
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
  const { open, write, store, mails } = await desk(t, { fate: () => fate });
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

const HOSTILE = [
  'a@example.com, b@example.com',
  'a@example.com\r\nBcc: b@example.com',
  'a@example.com>\r\nRCPT TO:<b@example.com',
  '"x" <b@example.com>, a@example.com',
];
for (const email of HOSTILE) {
  test(`the address ${JSON.stringify(email)} is written to by nobody, and needs a person`, async (t) => {
    const { open, write, store, mails } = await desk(t);
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

async function desk(
  t: TestContext,
  {
    fate = () => 'taken',
    nullSender = 'taken',
    mostPerHour = 100,
  }: { fate?: () => MailFate; nullSender?: NullSender; mostPerHour?: number } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-letters-'));
  const store = await openSqliteStore(join(folder, 'handrail.db'), MONDAY);
  t.after(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const { url, mails } = await mailServer(t, { fate, nullSender });
  const mail = { url, from: 'handrail@northlight.example' };
  const letters: LetterDesk = {
    sender: { ...mail, name: 'Northlight Help', replyTo: CONTACT.email },
    site: SITE,
    secret: SECRET,
    siteUrl: 'https://help.northlight.example',
    serverUrl: 'https://api.northlight.example',
    ownAddresses: [mail.from, CONTACT.email, 'alerts@northlight.example'],
    mostPerHour,
    timeoutMs: 1_000,
  };
  const logged: string[] = [];
  let now = MONDAY;
  const context = {
    store,
    log: (event: string) => void logged.push(event),
    now: () => now,
    chance: () => 0.5,
    pause: () => Promise.resolve(),
  };
  return {
    store,
    mails,
    mail,
    logged,
    later: (duration: Temporal.DurationLike) => (now = now.add(duration)),
    open: async (
      id: string,
      { typed = {}, ...rest }: Partial<StoredEscalation> & { typed?: Partial<Escalation> } = {},
    ) => {
      const promisedBy = now.add({ hours: 4 });
      const opened = storedEscalation(id, { openedAt: now, promiseMadeAt: now, promisedBy, typed, ...rest });
      await store.addEscalation(opened, { tellCustomer: true });
      return opened;
    },
    does: async (id: string, act: EscalationAct) => {
      const { kind } = await continueEscalation({ store, support: SUPPORT, writesToCustomers: true }, id, { act }, now);
      assert.equal(kind, 'kept');
    },
    /** Writes all that is due, in order. */
    write: async () => {
      const lease = { token: 'a-worker', now, until: now.add({ minutes: 5 }) };
      for (const due of await store.leaseDue('customer', lease, 1000)) {
        await writeLetter(due, letters, lease.token, context);
      }
    },
  };
}
