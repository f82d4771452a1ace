import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailKey, isNamedIn, phoneKey } from '../../../src/server/person.ts';

const jo = { emails: new Set(['jo@example.com']), phones: new Set(['946091755']) };

for (const text of [
  'jo@example.com',
  'Write to JO@Example.com.',
  'mailto:jo@example.com?subject=x',
  'Jo <jo@example.com>, please',
  'call 07946 091 755 or',
  '+44 (0)7946-091755',
  '00447946091755',
  'ｊｏ＠example.com',
]) {
  test(`"${text}" names the person`, () => {
    assert.equal(isNamedIn(text, jo), true);
  });
}

for (const text of [
  '',
  'big-jo@example.com',
  'mr.jo@example.com',
  'jo@example.com.au',
  'jo@example.community',
  'jo@example.com-pany.org',
  'jo@examplexcom',
  '946091',
  '2026-11-22 and 091755',
]) {
  test(`"${text}" names somebody else, or nobody`, () => {
    assert.equal(isNamedIn(text, jo), false);
  });
}

test('addresses are the same whatever their case, numbers however they are dialled', () => {
  assert.equal(emailKey(' Jo@EXAMPLE.com '), emailKey('jo@example.com'));
  assert.equal(emailKey('ÄNNE@example.com'), emailKey('a\u0308nne@example.com'));
  const keys = ['+44 7946 091755', '07946 091755', '0044-7946-091755'].map(phoneKey);
  assert.deepEqual(keys, ['946091755', '946091755', '946091755']);
  assert.deepEqual([phoneKey('112'), phoneKey('12 34 56')], [undefined, '123456']);
});

test('somebody of whom nothing is known is named nowhere', () => {
  assert.equal(isNamedIn('jo@example.com, 07946 091755', { emails: new Set(), phones: new Set() }), false);
});
