import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEscalationsWords } from '../../../src/cli/escalations-words.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

test('without a word the list is wanted', () => {
  assert.deepEqual(readEscalationsWords([]), { kind: 'list', json: false });
  assert.deepEqual(readEscalationsWords(['--json']), { kind: 'list', json: true });
});

test('a reference may be typed as it was read out', () => {
  assert.deepEqual(readEscalationsWords(['show', '7k3f-9q2m']), { kind: 'show', reference: '7K3F-9Q2M' });
  assert.deepEqual(readEscalationsWords(['retry', '7K3F-9Q2M']), { kind: 'retry', reference: '7K3F-9Q2M' });
  assert.deepEqual(readEscalationsWords(['retry', 'all']), { kind: 'retry', reference: undefined });
  assert.deepEqual(readEscalationsWords(['deliver-by-hand', '7K3F-9Q2M', '--ticket', 'called back']), {
    kind: 'deliver-by-hand',
    reference: '7K3F-9Q2M',
    ticket: 'called back',
  });
});

const mistakes = [
  { words: ['shwo', '7K3F-9Q2M'], problem: 'There is nothing called "shwo" to do.', fix: /^Did you mean "show"\?/ },
  { words: ['show'], problem: 'It needs the reference of one escalation.', fix: /-- show 7K3F-9Q2M\.$/ },
  { words: ['retry'], problem: 'It needs the reference of one escalation.', fix: /or retry all\.$/ },
  { words: ['retry', 'a', 'b'], problem: '"b" is one word too many.', fix: /-- retry a, one reference at a time\.$/ },
  {
    words: ['answer', '7k3f-9q2m', 'Hold F12.'],
    problem: 'The text has to stand behind --text, in quotation marks.',
    fix: /-- answer 7K3F-9Q2M --text "Hold F12\."\.$/,
  },
  {
    words: ['note', '7K3F-9Q2M', 'Called', 'them.'],
    problem: 'The text has to stand behind --text, in quotation marks.',
    fix: /-- note 7K3F-9Q2M --text "Called them\."\.$/,
  },
  {
    words: ['resolve', '7K3F-9Q2M', 'The menu moved.'],
    problem: 'The text has to stand behind --why, in quotation marks.',
    fix: /-- resolve 7K3F-9Q2M --outcome OUTCOME --why "The menu moved\."\.$/,
  },
  {
    words: ['deliver-by-hand', '7K3F-9Q2M'],
    problem: 'It needs the ticket under which you took it over.',
    fix: /--ticket 4711/,
  },
  {
    words: ['deliver-by-hand', '7K3F-9Q2M', '--ticket'],
    problem: 'It needs the ticket under which you took it over.',
    fix: /./,
  },
  { words: ['--jsn'], problem: 'There is no option --jsn.', fix: /--json/ },
];
for (const { words, problem, fix } of mistakes) {
  test(`"${words.join(' ')}" does nothing, and says why`, () => {
    assert.throws(
      () => readEscalationsWords(words),
      (error) => {
        assert.ok(error instanceof Mistakes);
        assert.equal(error.mistakes[0]?.problem, problem);
        assert.match(error.mistakes[0]?.fix ?? '', fix);
        return true;
      },
    );
  });
}

test('what the team did is read with its options, and who did it', () => {
  const words = ['resolve', '7k3f-9q2m', '--outcome', 'article-wrong', '--why', 'The menu moved.', '--author', 'agent'];

  assert.deepEqual(readEscalationsWords(words), {
    kind: 'act',
    reference: '7K3F-9Q2M',
    act: 'resolve',
    options: { outcome: 'article-wrong', why: 'The menu moved.' },
    author: 'agent',
  });
});
