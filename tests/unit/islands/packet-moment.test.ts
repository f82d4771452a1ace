import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packetOf, packetSentences, withoutParts } from '../../../src/islands/packet.ts';
import type { Visit } from '../../../src/islands/visit.ts';

const moment = { video: 'restore-a-file', title: 'Get back a file', second: 83 };
const visit: Visit = { searches: [], visited: [], steps: {}, choices: {}, moment };

test('what was watched is told as a sentence with title and time', () => {
  const parts = packetSentences(packetOf(visit, undefined, undefined), undefined);

  assert.deepEqual(parts, [{ part: 'moment', sentence: 'You watched “Get back a file” up to 1:23.' }]);
});

test('a moment that came back from the server without its title is told by the name of the video', () => {
  const packet = { ...packetOf(visit, undefined, undefined), moment: { video: 'restore-a-file', second: 83 } };

  const parts = packetSentences(packet, undefined);

  assert.deepEqual(parts, [{ part: 'moment', sentence: 'You watched “restore a file” up to 1:23.' }]);
});

test('the moment is sent without its title, which the contract does not know', () => {
  const sent = withoutParts(packetOf(visit, undefined, undefined), new Set());

  assert.deepEqual(sent.moment, { video: 'restore-a-file', second: 83 });
});

test('a moment that is struck out is not sent', () => {
  const sent = withoutParts(packetOf(visit, undefined, undefined), new Set(['moment'] as const));

  assert.equal('moment' in sent, false);
});
