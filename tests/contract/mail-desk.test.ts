import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { smtp } from '../../src/help-desks/desks/smtp.ts';
import { deliveryOf } from '../../src/server/delivery-of.ts';
import { followUpOf } from '../../src/server/follow-up-of.ts';
import { mailServer, type MailFate } from '../fixtures/mail-server.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { attempt, triesUntil } from './open-desk.ts';

const IMPATIENT_MS = 1_000;
const stored = storedEscalation('e1', {
  reference: '7K3F-9Q2M',
  promisedBy: Temporal.Instant.from('2026-11-23T10:40Z'),
  typed: { name: 'Zoë', message: 'Bleib dunkel. ☂', article: 'computer-will-not-start' },
});
const delivery = deliveryOf('e1-smtp', stored, 'Europe/London');
const followUp = followUpOf(
  'v1-smtp',
  stored,
  {
    id: '019ab1c2-0000-7000-8000-000f9c1f03ab',
    at: Temporal.Instant.from('2026-11-23T10:05Z'),
    act: { kind: 'message', text: 'Noch immer. ☂' },
  },
  'Europe/London',
);

test('a mail has everything in it, goes to the desk alone, and is answered to the customer', async (t) => {
  const { desk, mails } = await opened(t);

  const outcome = await desk.deliver(delivery, attempt());

  assert.deepEqual(outcome, { kind: 'delivered', ticket: { id: '<e1-smtp@northlight.example>' } });
  const [mail] = mails;
  assert.deepEqual([mail?.from, mail?.to], ['handrail@northlight.example', ['desk@northlight.example']]);
  const headers = headersOf(mail?.source ?? '');
  assert.equal(headers['Message-ID'], '<e1-smtp@northlight.example>');
  assert.equal(headers['Auto-Submitted'], 'auto-generated');
  assert.equal(headers['To'], 'desk@northlight.example');
  assert.equal(headers['Reply-To'], '=?UTF-8?Q?Zo=C3=AB?= <reader@example.com>');
  assert.equal(headers['X-Handrail-Reference'], '7K3F-9Q2M');
  assert.equal(headers['X-Handrail-Article'], 'computer-will-not-start');
  assert.equal(headers['X-Handrail-May-Be-Second'], undefined);
  assert.match(bodyOf(mail?.source ?? ''), /^Bleib dunkel\. ☂\r\n\r\n--\r\nWrite to Zoë, reader@example\.com\./);
});

test('what a stranger typed adds no recipient and no header', async (t) => {
  const { desk, mails } = await opened(t);
  const requester = { name: 'A\r\nBcc: c@example.com', email: 'a@example.com, b@example.com' };

  await desk.deliver({ ...delivery, subject: 'Hello\r\nBcc: d@example.com', requester }, attempt());

  assert.deepEqual(mails[0]?.to, ['desk@northlight.example']);
  assert.equal(headersOf(mails[0]?.source ?? '')['Bcc'], undefined);
});

const refusals: { name: string; fate: MailFate; kind: string; code: string }[] = [
  { name: 'an address that is unknown', fate: { refusedAt: 'rcpt', status: 550 }, kind: 'rejected', code: 'smtp-550' },
  { name: 'a mail that is too large', fate: { refusedAt: 'data', status: 552 }, kind: 'rejected', code: 'smtp-552' },
  { name: 'a greylisted address', fate: { refusedAt: 'rcpt', status: 451 }, kind: 'retry', code: 'smtp-451' },
  { name: 'a full mailbox', fate: { refusedAt: 'data', status: 452 }, kind: 'retry', code: 'smtp-452' },
];
for (const { name, fate, kind, code } of refusals) {
  test(`${name} is ${kind === 'retry' ? 'tried again, and surely not there' : 'a rejection'}`, async (t) => {
    const { desk, mails } = await opened(t, { fate: () => fate });

    const outcome = await desk.deliver(delivery, attempt());

    assert.equal(outcome.kind, kind, JSON.stringify(outcome));
    assert.equal(outcome.kind !== 'delivered' && outcome.code, code);
    if (outcome.kind === 'retry') assert.equal(outcome.mayBeThere, false);
    assert.deepEqual(mails, []);
  });
}

test('a mail that was taken without a word is sent once more with the same id, and says so', async (t) => {
  let fate: MailFate = 'silence';
  const { desk, impatient, mails, isThere } = await opened(t, { fate: () => fate });

  const outcome = await triesUntil(isThere, () => impatient.deliver(delivery, attempt()));
  fate = 'taken';
  const again = await desk.deliver(delivery, { ...attempt(), mayBeThere: true });

  assert.equal(outcome?.kind === 'retry' && outcome.mayBeThere, true, JSON.stringify(outcome));
  assert.equal(again.kind, 'delivered');
  assert.equal(mails.length, 2);
  const [before, second] = mails.map(({ source }) => headersOf(source));
  assert.equal(second?.['Message-ID'], before?.['Message-ID']);
  assert.equal(second?.['X-Handrail-May-Be-Second'], 'yes');
  assert.match(bodyOf(mails[1]?.source ?? ''), /^This may be the second mail about 7K3F-9Q2M/);
});

test('what comes afterwards is a mail in the thread of the first one', async (t) => {
  const { desk, mails } = await opened(t);
  const opening = await desk.deliver(delivery, attempt());
  const ticket = opening.kind === 'delivered' ? opening.ticket : { id: '' };

  const added = await desk.add?.(followUp, ticket, attempt());

  assert.deepEqual(added, { kind: 'delivered', ticket: { id: '<e1-smtp@northlight.example>' } });
  const [before, after] = mails.map(({ source }) => headersOf(source));
  assert.deepEqual(mails[1]?.to, ['desk@northlight.example']);
  assert.equal(after?.['Message-ID'], '<v1-smtp@northlight.example>');
  assert.equal(after?.['In-Reply-To'], before?.['Message-ID']);
  assert.equal(after?.['References'], before?.['Message-ID']);
  assert.equal(decoded(after?.['Subject']), `Re: ${decoded(before?.['Subject'])}`);
  assert.equal(after?.['Reply-To'], '=?UTF-8?Q?Zo=C3=AB?= <reader@example.com>');
  assert.equal(after?.['Auto-Submitted'], 'auto-generated');
  assert.equal(
    bodyOf(mails[1]?.source ?? '').replaceAll('\r\n', '\n'),
    'Noch immer. ☂\n\n--\nZoë wrote this on Mon 23 Nov 2026, 10:05 (Europe/London), about their request 7K3F-9Q2M.\n' +
      'We promised an answer by Mon 23 Nov 2026, 10:40 (Europe/London).\nHandrail 7K3F-9Q2M/9c1f03ab\n',
  );
});

test('what comes afterwards says which mail it may be the second of', async (t) => {
  let fate: MailFate = 'silence';
  const { desk, impatient, mails, isThere } = await opened(t, { fate: () => fate });
  const ticket = { id: '<e1-smtp@northlight.example>' };

  const outcome = await triesUntil(isThere, () => impatient.add?.(followUp, ticket, attempt()));
  fate = 'taken';
  const again = await desk.add?.(followUp, ticket, { ...attempt(), mayBeThere: true });

  assert.equal(outcome?.kind === 'retry' && outcome.mayBeThere, true, JSON.stringify(outcome));
  assert.deepEqual(again, { kind: 'delivered', ticket });
  const [before, second] = mails.map(({ source }) => headersOf(source));
  assert.equal(second?.['Message-ID'], before?.['Message-ID']);
  assert.equal(second?.['X-Handrail-May-Be-Second'], 'yes');
  assert.match(bodyOf(mails[1]?.source ?? ''), /^This may be the second mail about 7K3F-9Q2M\/9c1f03ab:/);
});

test('a wrong password is a rejection, and is not repeated', async (t) => {
  const { port } = await mailServer(t, { password: 'right' });
  const url = `smtp://desk:wrong-secret@127.0.0.1:${port}?tls=never`;
  const desk = smtp({ kind: 'smtp', url, from: 'a@northlight.example', to: 'b@northlight.example' });

  const outcome = await desk.deliver(delivery, attempt());

  assert.equal(outcome.kind, 'rejected', JSON.stringify(outcome));
  assert.doesNotMatch(JSON.stringify(outcome), /wrong-secret/);
});

test('a password goes nowhere where the line is not encrypted', async (t) => {
  const { port, mails } = await mailServer(t, { password: 'right' });
  const url = `smtp://desk:right@127.0.0.1:${port}`;
  const desk = smtp({ kind: 'smtp', url, from: 'a@northlight.example', to: 'b@northlight.example' });

  const outcome = await desk.deliver(delivery, attempt());

  assert.notEqual(outcome.kind, 'delivered');
  assert.deepEqual(mails, []);
});

test('a server that is not there has surely taken nothing', async () => {
  const desk = smtp({ kind: 'smtp', url: 'smtp://127.0.0.1:9', from: 'a@b.example', to: 'c@d.example' });

  const outcome = await desk.deliver(delivery, attempt());

  assert.equal(outcome.kind, 'retry');
  assert.equal(outcome.kind === 'retry' && outcome.mayBeThere, false);
});

async function opened(t: TestContext, options: Parameters<typeof mailServer>[1] = {}) {
  const { url, mails } = await mailServer(t, options);
  const settings = { kind: 'smtp', url, from: 'handrail@northlight.example', to: 'desk@northlight.example' } as const;
  const isThere = () => mails.length > 0;
  return { desk: smtp(settings), impatient: smtp(settings, { timeoutMs: IMPATIENT_MS }), mails, isThere };
}

/** Headers with their folded lines put together. */
function headersOf(source: string): Record<string, string> {
  const [head = ''] = source.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}

function decoded(header = ''): string {
  return header.replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, text: string) =>
    decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')),
  );
}

function bodyOf(source: string): string {
  const text = source.slice(source.indexOf('\r\n\r\n') + 4);
  if (headersOf(source)['Content-Transfer-Encoding'] === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (headersOf(source)['Content-Transfer-Encoding'] !== 'quoted-printable') return text;
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'));
}
