import assert from 'node:assert/strict';
import { test } from 'node:test';
import { voteInWords } from '../../../../src/islands/outbox/vote-in-words.ts';

test('a reader who is offline is told so, and that the vote goes out later', () => {
  const words = voteInWords('kept', { isOnline: false });

  assert.equal(
    words,
    'You are offline. We kept your answer here and will send it when you are back. Nothing else to do.',
  );
});

test('a server that does not reply is not called a missing connection', () => {
  const words = voteInWords('kept', { isOnline: true });

  assert.equal(
    words,
    'Our server does not reply. We kept your answer here and will send it when it does. Nothing else to do.',
  );
});

test('a vote that was sent later is said to be, and asks for nothing', () => {
  assert.equal(voteInWords('sent', { isOnline: true }), 'Your answer has been sent now. Nothing else to do.');
});

test('a vote that could not be kept is said to be lost, with what to do', () => {
  const [offline, online] = [false, true].map((isOnline) => voteInWords('lost', { isOnline }));

  assert.match(
    offline ?? '',
    /^We could not keep your answer: you are offline\. .* Please try again when you are back\.$/,
  );
  assert.match(online ?? '', /: our server does not take it\. .* Please try again in a few minutes\.$/);
});
