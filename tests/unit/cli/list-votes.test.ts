import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listVotes } from '../../../src/cli/list-votes.ts';
import type { StoredVote } from '../../../src/server/store.ts';

test('votes are listed by article, the one with the most first, with reasons and words', () => {
  const listed = listVotes([
    vote('share-a-folder', {}),
    vote('restore-a-file', {
      version: '4.2',
      audience: 'home',
      reasons: ['steps-did-not-work'],
      comment: 'The menu\nis grey',
    }),
    vote('restore-a-file', { reasons: ['out-of-date'] }),
  ]);

  assert.equal(
    listed,
    `restore-a-file: 2 readers say that it did not help
  2026-11-21  version 4.2, home: I did what it says, and it did not work
    | The menu
    | is grey
  2026-11-21  any reader: It is out of date: things look different here

share-a-folder: one reader says that it did not help
  2026-11-21  any reader`,
  );
});

test('a comment cannot move the cursor of a terminal', () => {
  const listed = listVotes([vote('restore-a-file', { comment: '\u001b[2Jgone' })]);

  assert.doesNotMatch(listed, /\u001b/);
});

test('without a no there is a sentence', () => {
  assert.equal(listVotes([]), 'Nobody has said no.');
});

function vote(article: string, changes: Partial<StoredVote['vote']>): StoredVote {
  return {
    id: 'v',
    castAt: Temporal.Instant.from('2026-11-21T09:00Z'),
    vote: { article, helpful: false, reasons: [], reader: 'reader-1', contentHash: '0123456789abcdef', ...changes },
  };
}
