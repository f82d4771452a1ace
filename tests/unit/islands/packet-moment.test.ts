import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packetOf, packetSentences, titlesOf, withoutParts } from '../../../src/islands/packet.ts';
import type { Visit } from '../../../src/islands/visit.ts';

const moment = { video: 'restore-a-file', title: 'Get back a file', second: 83 };
const visit: Visit = { searches: [], visited: [], steps: {}, choices: {}, moment };

test('what was watched is told as a sentence with title and time', () => {
  const parts = packetSentences(packetOf(visit, undefined, undefined), undefined, titlesOf(visit));

  assert.deepEqual(parts, [{ part: 'moment', sentence: 'You watched “Get back a file” up to 1:23.' }]);
});

test('a moment whose title nobody knows is told by the name of the video', () => {
  const parts = packetSentences(packetOf(visit, undefined, undefined), undefined);

  assert.deepEqual(parts, [{ part: 'moment', sentence: 'You watched “restore a file” up to 1:23.' }]);
});

test('titles stay in the browser: no part of a packet holds one', () => {
  const full: Visit = { ...visit, visited: ['share-a-folder'], titles: { 'share-a-folder': 'Share a whole folder' } };

  const packet = packetOf(full, undefined, undefined);

  assert.deepEqual(packet.moment, { video: 'restore-a-file', second: 83 });
  assert.doesNotMatch(JSON.stringify(packet), /title|Share a whole folder|Get back a file/);
});

test('a moment that is struck out is not sent', () => {
  const sent = withoutParts(packetOf(visit, undefined, undefined), new Set(['moment'] as const));

  assert.equal('moment' in sent, false);
});
