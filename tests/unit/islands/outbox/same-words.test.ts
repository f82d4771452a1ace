import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameWords, typedIn } from '../../../../src/islands/outbox/same-words.ts';

const sent = {
  article: 'a',
  message: 'The folder is gone',
  name: 'A customer',
  channel: 'email',
  email: 'a@b.example',
};
const wordsOf = (change: object) => sameWords(JSON.stringify({ ...sent, packet: {}, ...change }));

test('what goes along, the order of fields and white space do not make another message', () => {
  const { message, ...rest } = sent;

  assert.equal(wordsOf({ packet: { visited: ['b'] } }), wordsOf({}));
  assert.equal(wordsOf({ message: ' The  folder\nis gone ' }), wordsOf({}));
  assert.equal(sameWords(JSON.stringify({ message, ...rest })), wordsOf({}));
});

test('another word, person, way of answering or article makes another message', () => {
  const others = [{ message: 'The folder is here' }, { name: 'B' }, { channel: 'call-back' }, { article: 'b' }];

  const words = new Set(others.map(wordsOf));

  assert.equal(words.size, others.length);
  assert.ok(!words.has(wordsOf({})));
});

test('the words cannot be read back from it', () => {
  assert.match(wordsOf({}), /^[0-9a-f]{16}$/);
});

test('what was typed comes back for the form, and nothing else', () => {
  const typed = typedIn(JSON.stringify({ ...sent, packet: {}, goodTime: 3 }));

  assert.deepEqual(typed, {
    message: 'The folder is gone',
    name: 'A customer',
    channel: 'email',
    email: 'a@b.example',
  });
});
