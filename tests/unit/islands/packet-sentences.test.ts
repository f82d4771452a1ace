import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packetSentences, type PacketToSend } from '../../../src/islands/packet.ts';

const article = {
  slug: 'restore-a-file',
  title: 'Get back a file',
  version: '5',
  audience: 'home',
  versionLabel: 'Sync 5',
  audienceTitle: 'At home',
};
const nothing: PacketToSend = { searches: [], visited: [], steps: [], choices: [] };
const steps = (...done: boolean[]) => done.map((isDone, at) => ({ text: `Step ${at + 1}.`, done: isDone }));

test('a reader reads in whole sentences what goes along', () => {
  const packet: PacketToSend = {
    searches: [
      { query: 'undelete', results: 0 },
      { query: 'restore', results: 1 },
      { query: 'file', results: 12 },
    ],
    visited: ['find-a-missing-file', 'how-snapshots-work'],
    steps: steps(true, true, false),
    choices: [{ question: 'Do you see a padlock?', answer: 'Yes' }],
    vote: { helpful: false, reasons: ['out-of-date', 'hard-to-follow'], comment: 'No History there.' },
    browser: 'Firefox 145 on Windows',
  };

  const sentences = packetSentences(packet, article).map(({ sentence }) => sentence);

  assert.deepEqual(sentences, [
    'You read “Get back a file” for Sync 5, at home.',
    'You ticked off 2 of 3 steps, the last one “Step 2”.',
    '“Do you see a padlock?” You answered: Yes.',
    'You searched for “undelete” (nothing found), “restore” (1 result), “file” (12 results).',
    'You also looked at find a missing file, how snapshots work.',
    'You said that the article did not help: It is out of date: things look different here; I could not follow it. You wrote: “No History there.”',
    'You use Firefox 145 on Windows.',
  ]);
});

test('an article is named by its title where the visit knows it', () => {
  const visited = ['find-a-missing-file', 'how-snapshots-work'];
  const titles = { 'how-snapshots-work': 'How snapshots work, and what they keep' };

  const said = packetSentences({ ...nothing, visited }, undefined, { articles: titles });

  assert.equal(said[0]?.sentence, 'You also looked at find a missing file, “How snapshots work, and what they keep”.');
});

test('all steps, or none of them, are told without counting', () => {
  const said = [steps(true, true), steps(false, false)].map(
    (each) => packetSentences({ ...nothing, steps: each }, undefined)[0]?.sentence,
  );

  assert.deepEqual(said, ['You ticked off every step.', 'You ticked off none of the steps.']);
});

test('a yes without a word is told in one sentence', () => {
  const said = packetSentences({ ...nothing, vote: { helpful: true } }, undefined);

  assert.deepEqual(said, [{ part: 'vote', sentence: 'You said that the article helped.' }]);
});
