import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from '../../../src/strings/parts-of.ts';

test('a sentence is parted at its links and at what is put in', () => {
  const parts = partsOf('Write by <moment/>, or <call>call us</call>.');

  assert.deepEqual(parts, [
    { kind: 'text', text: 'Write by ' },
    { kind: 'slot', name: 'moment' },
    { kind: 'text', text: ', or ' },
    { kind: 'marked', name: 'call', text: 'call us' },
    { kind: 'text', text: '.' },
  ]);
});

test('what only looks like a mark stays as it was written', () => {
  const sentence = 'a < b, <one>two</three>, </end> and <Name/>';

  assert.deepEqual(partsOf(sentence), [{ kind: 'text', text: sentence }]);
});

test('an empty sentence has no parts', () => {
  assert.deepEqual(partsOf(''), []);
});
