import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { startReading } from '../../src/inbound-mail/read-mailbox.ts';
import type { MailOutcome } from '../../src/inbound-mail/take-mail.ts';
import { startImapServer, type ImapServer } from '../fixtures/imap-server.ts';
import { until } from '../fixtures/until.ts';

test('what is taken is marked as read, and what belongs to no request stays for a person', async (t) => {
  const server = await startImapServer(t);
  const [first, second] = [server.deliver(mail('one')), server.deliver(mail('unknown'))];
  const { taken } = reading(t, server);

  await until('two mails to be taken', () => taken.length >= 2);
  const third = server.deliver(mail('three'));
  await until('the third mail to be read', () => server.read().includes(third));

  assert.deepEqual(server.read(), [first, third]);
  assert.deepEqual(taken, ['one', 'unknown', 'three']);
  assert.equal(server.read().includes(second), false);
});

test('what the store could not take stays unread, and is taken when it can', async (t) => {
  const server = await startImapServer(t);
  server.deliver(mail('one'));
  let isBroken = true;
  const { taken, events } = reading(t, server, () => {
    if (isBroken) throw new Error('full');
  });

  await until('an event', () => events.length > 0);
  const before = server.read();
  isBroken = false;
  await until('one mail to be read', () => server.read().length === 1);

  assert.deepEqual(before, []);
  assert.deepEqual(taken, ['one']);
});

test('a mail that nobody can take keeps no other from being taken', async (t) => {
  const server = await startImapServer(t);
  const [first, second] = [server.deliver(mail('broken')), server.deliver(mail('two'))];
  const { events } = reading(t, server, (text) => {
    if (text === 'broken') throw new Error('a mistake of ours');
  });

  await until('the second mail and two events', () => server.read().includes(second) && events.length > 1);

  assert.equal(server.read().includes(first), false);
});

test('a mailbox that lets nobody in is logged, and read as soon as it does', async (t) => {
  const server = await startImapServer(t);
  server.refuse(true);
  server.deliver(mail('one'));
  const { events } = reading(t, server);

  await until('mailbox-unreachable', () => events.includes('mailbox-unreachable'));
  server.refuse(false);

  await until('one mail to be read', () => server.read().length === 1);
});

test('stopping ends the visit, and leaves what was not taken', async (t) => {
  const server = await startImapServer(t);
  const first = server.deliver(mail('one'));
  server.deliver(mail('two'));
  let stopping: Promise<void> | undefined;
  const { taken, stop } = reading(t, server, () => void (stopping ??= stop()));

  await until('the visit to be stopped', () => stopping !== undefined);
  await stopping;

  assert.deepEqual([taken, server.read()], [['one'], [first]]);
  assert.equal(server.commands().at(-1), 'LOGOUT');
});

test('a password is not sent in the clear, unless the address says that it may be', async (t) => {
  const server = await startImapServer(t);
  server.deliver(mail('one'));
  const { events } = reading(t, server, undefined, { mayBeClear: false });

  await until('two events', () => events.length > 1);

  assert.deepEqual(
    server.commands().filter((command) => /LOGIN|AUTHENTICATE/i.test(command)),
    [],
  );
});

function reading(
  t: TestContext,
  server: ImapServer,
  before: (text: string) => void = () => undefined,
  { mayBeClear = true } = {},
) {
  const taken: string[] = [];
  const events: string[] = [];
  const { stop } = startReading({
    mailbox: { ...SIGN_IN, host: '127.0.0.1', port: server.port, isSecure: false, mayBeClear },
    take: async (raw): Promise<MailOutcome> => {
      const text = Buffer.from(raw).toString().split('\r\n\r\n')[1] ?? '';
      before(text);
      taken.push(text);
      return text === 'unknown' ? 'unknown' : 'added';
    },
    log: (event) => void events.push(event),
    lookEveryMs: 20,
  });
  t.after(stop);
  return { taken, events, stop };
}

const SIGN_IN = { user: 'help', password: 'p', folder: 'INBOX' };

function mail(text: string): Uint8Array {
  return Buffer.from(`From: a@example.com\r\nSubject: Hello\r\n\r\n${text}`);
}
