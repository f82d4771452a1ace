import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptInWords } from '../../../src/offline/kept-in-words.ts';

const copy = { keptAt: new Date('2026-11-22T10:40:00Z'), because: 'failed', isOnline: false, isSearch: false } as const;

test('a reader without a connection is told from when the copy is', () => {
  const sentence = keptInWords(copy, 'en-GB', 'Europe/London');

  assert.equal(sentence, 'You are offline. This is the copy from 22 November 2026, 10:40.');
});

test('the moment is in the time of the reader', () => {
  const sentence = keptInWords(copy, 'en-GB', 'Asia/Tokyo');

  assert.equal(sentence, 'You are offline. This is the copy from 22 November 2026, 19:40.');
});

test('a reader who is online is not told to be offline', () => {
  const sentences = (['failed', 'slow'] as const).map((because) =>
    keptInWords({ ...copy, because, isOnline: true }, 'en-GB', 'Europe/London'),
  );

  assert.deepEqual(sentences, [
    'We cannot be reached just now. This is the copy from 22 November 2026, 10:40.',
    'The connection is slow just now. This is the copy from 22 November 2026, 10:40.',
  ]);
});

test('the search page says what it can still find', () => {
  const sentence = keptInWords({ ...copy, isSearch: true }, 'en-GB');

  assert.equal(sentence, 'You are offline. Search looks through what this browser has kept.');
});
