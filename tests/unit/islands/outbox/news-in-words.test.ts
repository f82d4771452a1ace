import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterAttempt } from '../../../../src/islands/outbox/kept-message.ts';
import { newsInWords } from '../../../../src/islands/outbox/news-in-words.ts';
import { sent, waiting } from './outbox-fixture.ts';

const reader = {
  isOnline: true,
  now: new Date('2026-11-22T18:00:00Z'),
  language: 'en-GB',
  timeZone: 'Europe/London',
};
const writtenAtMs = Date.parse('2026-11-22T10:40:00Z');

test('a message that was sent is named by its time, with reference and promise', () => {
  const sentence = newsInWords({ ...sent(), writtenAtMs }, reader);

  assert.equal(
    sentence,
    'Your message of 10:40 has been sent. Your reference is 7K3F-9Q2M. A person answers by Monday 10:40, London time.',
  );
});

test('a message of another day is named by its day', () => {
  const sentence = newsInWords({ ...sent(), writtenAtMs: writtenAtMs - 86_400_000 }, reader);

  assert.match(sentence, /^Your message of Saturday 10:40 has been sent\./);
});

test('who waits is told why, and what comes next', () => {
  const sentences = [true, false].map((isOnline) =>
    newsInWords({ ...waiting(), writtenAtMs }, { ...reader, isOnline }),
  );

  assert.deepEqual(sentences, [
    'Your message of 10:40 is kept here: our server has not replied yet. We go on trying. Nothing else to do.',
    'You are offline. Your message of 10:40 is kept here, and we send it when you are back. Nothing else to do.',
  ]);
});

test('who is asked to wait is told by whom, and until when', () => {
  const busy = afterAttempt(
    { ...waiting(), writtenAtMs },
    { kind: 'busy', waitMs: 600_000 },
    Date.parse('2026-11-22T17:55:00Z'),
    0,
  );

  assert.equal(
    newsInWords(busy, reader),
    'Your message of 10:40 is kept here: our server takes no more messages from your connection for a while. We send it at 18:05. Nothing else to do.',
  );
});

test('who was turned down is told what to mend', () => {
  const errors = [{ field: 'name', problem: 'This name is too long.', fix: 'Shorten it.' }];
  const refused = afterAttempt({ ...waiting(), writtenAtMs }, { kind: 'refused', status: 422, errors }, 0, 0);

  assert.equal(
    newsInWords(refused, reader),
    'Your message of 10:40 could not be taken as it stands, so it is still here. This name is too long. Shorten it.',
  );
});
