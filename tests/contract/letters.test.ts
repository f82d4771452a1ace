import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterCode } from '../../src/letters/letter-code.ts';
import { statusToken } from '../../src/server/status-token.ts';
import { bodyOf, headersOf } from '../fixtures/read-mail.ts';
import { letterDesk, SECRET } from './letter-desk.ts';

const STATUS_PAGE = `https://api.northlight.example/requests/${statusToken(SECRET, 'e1')}/?from=${letterCode(SECRET, 'e1', 'reader@example.com')}`;

test('the first letter has the reference, the time with its zone, the status page and the phone', async (t) => {
  const { open, write, mails } = await letterDesk(t);
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
  const { open, write, mails } = await letterDesk(t);
  await open('e1', { typed: { channel: 'call-back', phone: '+44 1632 960999' } });

  await write();

  assert.match(bodyOf(mails[0]?.source ?? ''), /^A person calls you back by\nMonday 23 November 2026, 13:00/m);
});

test('a first letter that goes late says that we are, and is sorry for it', async (t) => {
  const { open, write, mails, later } = await letterDesk(t);
  await open('e1');

  later({ hours: 6 });
  await write();

  assert.match(
    bodyOf(mails[0]?.source ?? ''),
    /^We promised an answer by Monday 23 November 2026, 13:00 \(.*\)\. That time is over, and we are sorry that you still wait\.$/m,
  );
});

test('the first letter is plainly automatic, has no return path, and is answered to people', async (t) => {
  const { open, write, mails } = await letterDesk(t);
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

test('no word of a stranger is in the first letter: no name, no message, no link', async (t) => {
  const { open, write, mails } = await letterDesk(t);
  await open('e1', {
    typed: { name: 'Win now', message: 'See https://evil.example', goodTime: 'evil noon', article: 'evil-article' },
  });

  await write();

  assert.equal(mails.length, 1);
  assert.doesNotMatch(mails[0]?.source ?? '', /evil|Win now/);
});

test('an answer is what the person wrote, then how to go on; it is no automatic mail', async (t) => {
  const { open, write, does, mails } = await letterDesk(t);
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
  const { open, write, does, mails } = await letterDesk(t);
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
  const { open, write, does, mails } = await letterDesk(t);
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
  const { open, write, does, mails } = await letterDesk(t);
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
