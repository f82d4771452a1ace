import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { takeMail, type MailTaker } from '../../src/inbound-mail/take-mail.ts';
import { addressHash } from '../../src/letters/address-hash.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import type { Store } from '../../src/server/store.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';
import { storeAdapters } from './store-adapters.ts';

const READER = 'reader@example.com';
const ID = '0198a000-0000-7000-8000-000000000001';
const LETTER = `<${ID}-customer@northlight.example>`;
const NOW = Temporal.Instant.from('2026-11-23T10:00Z');

for (const { name, emptyStore } of await storeAdapters(NOW)) {
  describe(`mail that comes back, in ${name}`, () => {
    test('an answer to our letter stands with its request, and somebody answers it', async (t) => {
      const { store, take } = await answered(await emptyStore(t));

      const outcome = await take(
        mail({ 'In-Reply-To': LETTER }, 'It still beeps.\n\nOn 23 Nov 2026 Northlight wrote:\n> Hold F12.'),
      );

      assert.equal(outcome, 'added');
      assert.equal((await store.escalationById(ID))?.state, 'waiting');
      assert.deepEqual((await store.eventsOf(ID)).at(-1)?.act, { kind: 'message', text: 'It still beeps.' });
    });

    test('the same mail, fetched twice, is added once', async (t) => {
      const { store, take } = await answered(await emptyStore(t));
      const raw = mail({ References: `<other@x> ${LETTER}` }, 'Once.');

      const outcomes = [await take(raw), await take(raw)];

      assert.deepEqual(outcomes, ['added', 'replayed']);
      assert.equal((await store.eventsOf(ID)).filter(({ act }) => act.kind === 'message').length, 1);
    });

    test('two mails with one id but other words are both added', async (t) => {
      const { store, take } = await answered(await emptyStore(t));

      const outcomes = [
        await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': '<scanner@x>' }, 'One.')),
        await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': '<scanner@x>' }, 'Two.')),
      ];

      assert.deepEqual(outcomes, ['added', 'added']);
      assert.equal((await store.eventsOf(ID)).filter(({ act }) => act.kind === 'message').length, 2);
    });

    test('a reference in the subject is enough from the customer, and from nobody else', async (t) => {
      const { store, take } = await answered(await emptyStore(t));
      const subject = 'Re: [7K3F-9Q2M] Your request';

      const own = await take(mail({ Subject: subject, 'Message-ID': '<a@x>' }, 'Mine.'));
      const other = await take(mail({ Subject: subject, 'Message-ID': '<b@x>', From: 'somebody@else.example' }, 'No.'));

      assert.deepEqual([own, other], ['added', 'unknown']);
      assert.equal((await store.eventsOf(ID)).length, 2);
    });

    test('who else wrote, and what was attached, is said; HTML is read as text', async (t) => {
      const { store, take } = await answered(await emptyStore(t));
      const html = [
        'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b',
        'Content-Type: text/html; charset=utf-8\r\n\r\n<p>It <b>beeps</b>.</p><script>alert(1)</script>',
        '--b\r\nContent-Type: image/png; name="screen.png"\r\nContent-Disposition: attachment; filename="screen.png"',
        'Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--',
      ].join('\r\n');

      await take(Buffer.from(`${head({ 'In-Reply-To': LETTER, From: 'Friend <friend@example.com>' })}\r\n${html}`));

      const act = (await store.eventsOf(ID)).at(-1)?.act;
      assert.equal(
        act?.kind === 'message' && act.text,
        'It beeps.\n\n[Written from friend@example.com.]\n\n[Attached to the mail, and left there: screen.png (1 kB).]',
      );
    });

    const automatic = {
      'an absence': { 'Auto-Submitted': 'auto-replied' },
      'a mailing list': { Precedence: 'list' },
      'a machine without a name': { From: 'noreply@shop.example' },
    };
    for (const [what, headers] of Object.entries(automatic)) {
      test(`mail of ${what} is noted, answers nobody, and asks for nothing`, async (t) => {
        const { store, take } = await answered(await emptyStore(t));

        const outcome = await take(mail({ 'In-Reply-To': LETTER, ...headers }, 'I am away.'));

        assert.equal(outcome, 'noted');
        assert.equal((await store.escalationById(ID))?.state, 'answered');
      });
    }

    test('a report that our letter did not arrive tells the team, with the reason', async (t) => {
      const { store, take } = await answered(await emptyStore(t));
      const [letter] = await store.leaseDue('customer', { token: 'w', now: NOW, until: NOW.add({ minutes: 1 }) }, 1);
      await store.noteDelivered(letter?.id ?? '', { id: 'sent' });

      const outcome = await take(Buffer.from(bounce(`<${letter?.id ?? ''}@northlight.example>`)));

      const alerts = await store.takeAlerts(NOW.add({ minutes: 2 }), NOW.add({ minutes: 5 }), 10);
      assert.equal(outcome, 'bounced');
      assert.deepEqual(
        alerts.map(({ desk, reason }) => [desk, reason]),
        [['customer', '550 5.1.1 no such user here']],
      );
    });

    test('an answer to our letter confirms the address; a reference, which anybody may have asked for, does not', async (t) => {
      const { take, isConfirmed } = await answered(await emptyStore(t));

      await take(mail({ Subject: 'Re: [7K3F-9Q2M] Your request', 'Message-ID': '<a@x>' }, 'From: is easily forged.'));
      const byReference = await isConfirmed();
      await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': '<b@x>' }, 'I have your letter.'));
      const byLetter = await isConfirmed();

      assert.deepEqual([byReference, byLetter], [false, true]);
    });

    test('a postmaster who writes to us is a person, unless nobody is to answer them', async (t) => {
      const { store, take } = await answered(await emptyStore(t));
      const from = { 'In-Reply-To': LETTER, From: 'postmaster@customer.example' };

      const written = await take(mail({ ...from, 'Message-ID': '<a@x>' }, 'Our server beeps.'));
      const report = await take(mail({ ...from, 'Message-ID': '<b@x>', 'Return-Path': '<>' }, 'No such user.'));

      assert.deepEqual([written, report], ['added', 'bounced']);
      assert.match(JSON.stringify((await store.eventsOf(ID)).map(({ act }) => act)), /Our server beeps\./);
    });

    test('somebody who is answered in between may write as often as they like', async (t) => {
      const { take, answer } = await answered(await emptyStore(t));
      const outcomes: string[] = [];

      for (let n = 0; n < 12; n++) {
        if (n === 6) await answer();
        outcomes.push(await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': `<${n}@x>` }, `And ${n}.`)));
      }

      assert.deepEqual(new Set(outcomes), new Set(['added']));
    });

    test('of two long mails without a Message-ID that end in different ways both are added', async (t) => {
      const { take } = await answered(await emptyStore(t));
      const long = 'It beeps. '.repeat(200);

      const outcomes = [
        await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': '' }, `${long}Once.`)),
        await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': '' }, `${long}Twice.`)),
      ];

      assert.deepEqual(outcomes, ['added', 'added']);
    });

    test('mail of our own is left alone, and machines that answer each other come to an end', async (t) => {
      const { store, take } = await answered(await emptyStore(t));

      const own = await take(mail({ 'In-Reply-To': LETTER, From: 'help+x@northlight.example' }, 'Loop.'));
      const outcomes: string[] = [];
      for (let n = 0; n < 30; n++) {
        outcomes.push(await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': `<${n}@x>` }, `Thank you for ${n}.`)));
      }

      assert.equal(own, 'ignored');
      assert.equal(outcomes.filter((outcome) => outcome === 'added').length, 10);
      assert.equal((await store.eventsOf(ID)).filter(({ act }) => act.kind === 'note').length, 20);
    });

    test('no character in the head of a mail keeps it from being taken', async (t) => {
      const { store, take } = await answered(await emptyStore(t));
      const bounced = bounce(LETTER).replace('no such user', 'no\0such user');

      const outcomes = [
        await take(mail({ 'In-Reply-To': LETTER, 'Message-ID': '<a\0b@x>' }, 'One.')),
        await take(mail({ 'In-Reply-To': LETTER, From: 'a\0b@x.example', 'Auto-Submitted': 'auto-replied' }, 'Two.')),
        await take(Buffer.from(bounced)),
      ];

      assert.deepEqual(outcomes, ['added', 'noted', 'bounced']);
      assert.equal((await store.eventsOf(ID)).length, 4);
    });

    test('what is no mail, and what belongs to no request, is said to be so', async (t) => {
      const { take } = await answered(await emptyStore(t));

      const outcomes = [
        await take(mail({}, 'A new question.')),
        await take(mail({ 'In-Reply-To': '<0198a000-0000-7000-8000-00000000ffff-customer@x>' }, 'Whose?')),
        await take(Buffer.from('Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(200))),
      ];

      assert.deepEqual(outcomes.slice(0, 2), ['unknown', 'unknown']);
      assert.ok(['unknown', 'unreadable'].includes(outcomes[2] ?? ''));
    });
  });
}

/** A request of a customer who had an answer by e-mail. */
async function answered(store: Store) {
  await store.addEscalation(storedEscalation(ID, { reference: '7K3F-9Q2M', openedAt: NOW }), { tellCustomer: true });
  const taker: MailTaker = {
    store,
    support,
    secret: Buffer.from('a secret'),
    writesToCustomers: true,
    ownAddresses: ['help@northlight.example'],
    log: () => undefined,
  };
  const act = { kind: 'answer' as const, by: 'email' as const, text: 'Hold F12.' };
  const answer = (now = NOW.add({ minutes: 1 })) => continueEscalation(taker, ID, { act, author: 'agent' }, now);
  await answer(NOW);
  await store.noteDelivered(`${ID}-customer`, { id: 'sent' });
  return {
    store,
    answer,
    take: (raw: Uint8Array) => takeMail(raw, taker, NOW.add({ minutes: 1 })),
    /** Of an address that nobody confirmed the second letter of a day is refused. */
    isConfirmed: async () => {
      const claim = { kind: 'taken', address: addressHash(taker.secret, READER), mailbox: 'm', mostPerHour: 100 };
      await store.claimLetter({ ...claim, letterId: '1', now: NOW });
      return (await store.claimLetter({ ...claim, letterId: '2', now: NOW })) === 'granted';
    },
  };
}

function head(headers: Record<string, string>): string {
  const all = { From: 'Reader <Reader@example.com>', Subject: 'Re: Your request', 'Message-ID': '<m@x>', ...headers };
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
}

function mail(headers: Record<string, string>, text: string): Uint8Array {
  return Buffer.from(
    `${head(headers)}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}`,
  );
}

/** RFC 3464. */
function bounce(messageId: string): string {
  return [
    head({ From: 'Mail Delivery System <MAILER-DAEMON@mx.example>', 'Auto-Submitted': 'auto-replied' }),
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b',
    'Content-Type: text/plain\r\n\r\nIt could not be delivered.\r\n--b',
    'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n',
    'Action: failed\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user here\r\n\r\n--b',
    `Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\nSubject: Your request\r\n\r\n--b--`,
  ].join('\r\n');
}
