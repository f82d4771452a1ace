import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Escalation } from '../../../src/schema/escalation.ts';
import { MAX_TEXT_LENGTH } from '../../../src/schema/ask-rules.ts';

const good = { channel: 'email', name: 'A reader', email: 'reader@example.com', message: 'Hello.' };

for (const email of ['a@b.co', "o'neil+tag@mail.example.co.uk", 'zoë@bücher.example', '"a"@b.co'.replaceAll('"', '')]) {
  test(`${email} is an address`, () => {
    assert.equal(Escalation.parse({ ...good, email }).email, email);
  });
}

for (const email of [
  'a',
  'a@b',
  '@b.co',
  'a@',
  'a@b.co, c@d.co',
  'A <a@b.co>',
  'a@b..co',
  'a b@c.de',
  'a@b.co\nBcc: c@d.co',
]) {
  test(`${JSON.stringify(email)} is not one address`, () => {
    assert.equal(Escalation.safeParse({ ...good, email }).success, false);
  });
}

test('a long line of dots is told from an address at once', () => {
  const startedAt = performance.now();

  const read = Escalation.safeParse({ ...good, email: `a@${'a.'.repeat(400_000)}` });

  assert.equal(read.success, false);
  assert.ok(performance.now() - startedAt < 500);
});

for (const phone of ['+44 1632 960150', '01632/960150 ext. 3', '0049-30-1234', '٠١٢٣٤٥٦']) {
  test(`${phone} is a phone number`, () => {
    assert.equal(Escalation.parse({ ...good, channel: 'call-back', phone }).phone, phone);
  });
}

test('words are not a phone number', () => {
  assert.equal(Escalation.safeParse({ ...good, phone: 'the usual one' }).success, false);
});

test('lines are trimmed at their ends, the message is kept as it was typed', () => {
  const read = Escalation.parse({ ...good, name: '  A reader ', message: '  two\n\nlines  ' });

  assert.equal(read.name, 'A reader');
  assert.equal(read.message, '  two\n\nlines  ');
});

test('a message may be long, and no longer than the server takes', () => {
  assert.equal(Escalation.safeParse({ ...good, message: 'x'.repeat(MAX_TEXT_LENGTH) }).success, true);
  assert.equal(Escalation.safeParse({ ...good, message: 'x'.repeat(MAX_TEXT_LENGTH + 1) }).success, false);
});

test('a packet is cut to what fits rather than refused', () => {
  const searches = Array.from({ length: 80 }, (_, index) => ({
    query: `search ${index} ${'x'.repeat(900)}`,
    results: 1,
  }));

  const { packet } = Escalation.parse({ ...good, packet: { searches, browser: 'a\0b\ud800' } });

  assert.equal(packet.searches.length, 50);
  assert.match(packet.searches[49]?.query ?? '', /^search 79 x+$/);
  assert.equal(packet.searches[49]?.query.length, 500);
  assert.equal(packet.browser, 'a\uFFFDb\uFFFD');
});

test('fields that nobody knows are left out', () => {
  const read = Escalation.parse({ ...good, isAdmin: true, packet: { cookies: 'x' } });

  assert.deepEqual(Object.keys(read).sort(), ['channel', 'email', 'message', 'name', 'packet']);
  assert.equal('cookies' in read.packet, false);
});

test('everything that is missing is told at once', () => {
  const read = Escalation.safeParse({ channel: 'call-back' });

  const fields = read.error?.issues.map(({ path }) => path.join('.'));
  assert.deepEqual(fields?.sort(), ['message', 'name', 'phone']);
});
