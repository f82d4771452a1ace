import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody, parseCheckedBody } from '../../../src/articles/parse-body.ts';
import { parseMistake } from '../../../src/articles/parse-mistake.ts';
import { lineOf } from '../../../src/articles/tree.ts';
import { edition } from '../../fixtures/editions.ts';

test('lines of the tree count as in the editor, with the fields above', () => {
  const parsed = parseBody(edition('---\ntitle: x\n---\n\n## Files\n\nOpen it.'));

  assert.ok('tree' in parsed);
  const lines = parsed.tree.children.map(lineOf).filter((line) => line !== undefined);
  assert.deepEqual(lines, [5, 7]);
});

test('what cannot be read is a mistake on the line of the editor', () => {
  const parsed = parseBody(edition('---\ntitle: x\n---\n\nOne.\n\n</Note>'));

  assert.deepEqual(parsed, {
    mistake: {
      problem: '</Note> closes a tag that was never opened.',
      where: { file: 'content/articles/restore-a-file.mdx', line: 7 },
      fix: 'Delete it, or write <Note> where it begins.',
    },
  });
});

test('a sentence of the parser that nobody foresaw is passed on with what helps most often', () => {
  const mistake = parseMistake(new Error('3:1: The moon is full (mdx-jsx:moon)'), edition('One.\n\nTwo.'));

  assert.deepEqual(mistake, {
    problem: 'This cannot be read: The moon is full.',
    where: { file: 'content/articles/restore-a-file.mdx', line: 3 },
    fix: 'To show "<" or "{" as text, write \\< or \\{.',
  });
});

test('an error without a place is a mistake of the file', () => {
  const mistake = parseMistake(new Error('Out of paper'), edition('One.'));

  assert.deepEqual(mistake.where, { file: 'content/articles/restore-a-file.mdx', line: undefined });
});

test('an edition that was never checked stops whoever compiles it', () => {
  assert.throws(() => parseCheckedBody(edition('</Note>')), {
    message:
      'content/articles/restore-a-file.mdx was not checked before it was compiled: ' +
      '</Note> closes a tag that was never opened.',
  });
});
