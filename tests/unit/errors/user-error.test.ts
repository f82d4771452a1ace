import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMistakes, Mistakes, type UserError } from '../../../src/errors/user-error.ts';

const mistake = (file: string, line?: number, field?: string): UserError => ({
  problem: 'It is wrong.',
  where: { file, line, field },
  fix: 'Mend it.',
});

test('a mistake is three lines: where, what is wrong, how to mend it', () => {
  const text = formatMistakes([mistake('content/site.yaml', 6, 'contact.email')]);

  assert.equal(text, 'content/site.yaml:6  contact.email\nIt is wrong.\nMend it.');
});

test('a mistake of a whole file has neither line nor field', () => {
  const text = formatMistakes([mistake('content/site.yaml')]);

  assert.equal(text, 'content/site.yaml\nIt is wrong.\nMend it.');
});

test('mistakes stand in the order of files and lines, with an empty line between', () => {
  const text = formatMistakes([mistake('b.mdx', 2), mistake('a.mdx', 10), mistake('a.mdx', 9), mistake('a.mdx')]);

  const places = text.split('\n\n').map((part) => part.split('\n')[0]);
  assert.deepEqual(places, ['a.mdx', 'a.mdx:9', 'a.mdx:10', 'b.mdx:2']);
});

test('the error that stops a build says all of its mistakes and keeps them', () => {
  const mistakes = [mistake('a.mdx', 1), mistake('b.mdx', 1)];

  const error = new Mistakes('2 mistakes in the content.', mistakes);

  assert.equal(error.message, `2 mistakes in the content.\n\n${formatMistakes(mistakes)}`);
  assert.deepEqual(error.mistakes, mistakes);
});
