import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untoldCause } from '../../../src/articles/untold-cause.ts';
import { edition, treeOf } from '../../fixtures/editions.ts';

const OVER = { resolved: '2026-11-20T12:00Z', why: 'A disk was full.', changed: 'We look at it every hour.' };

test('an incident that is over says why it happened and what was changed, where its text does not', () => {
  assert.deepEqual(untold('All is well.'), [
    { id: 'why-it-happened', question: 'Why it happened', answer: 'A disk was full.' },
    { id: 'what-we-changed', question: 'What we changed', answer: 'We look at it every hour.' },
  ]);
});

test('what the text tells is not told twice', () => {
  const [why, changed] = ['Why it happened', 'What we changed'];

  assert.deepEqual(questions('<Why>\n\nIt was full.\n\n</Why>'), [changed]);
  assert.deepEqual(questions('## Why it happened\n\nIt was full.'), [changed]);
  assert.deepEqual(questions('## What *we* changed?\n\nMuch.'), [why]);
  assert.deepEqual(questions('<Why>\n\nIt was full.\n\n</Why>\n\n## What we changed\n\nMuch.'), []);
});

test('while an incident is open, nothing is said of its cause', () => {
  assert.deepEqual(untold('We are looking.', { opened: '2026-11-20T08:00Z' }), []);
});

function questions(body: string): string[] {
  return untold(body).map(({ question }) => question);
}

function untold(body: string, fields: object = OVER) {
  return untoldCause(edition(body, { type: 'incident', ...fields }), treeOf(body));
}
