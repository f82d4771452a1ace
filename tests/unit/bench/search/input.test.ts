import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Mistakes } from '../../../../src/errors/user-error.ts';
import { readInput } from '../../../bench/search/input.ts';

const FILE = fileURLToPath(import.meta.url);
const KNOWN = ['pagefind', 'lunr'];

test('each missing flag is named, with what it is for', () => {
  const mistakes = mistakesIn([]);

  assert.deepEqual(
    mistakes.map(({ where, fix }) => `${where.file}: ${fix}`),
    [
      '--corpus: Add --corpus and a file of articles, JSON lines {id, title, body_markdown}.',
      '--queries: Add --queries and a file of questions, JSON lines {qid, kind, text}.',
    ],
  );
});

test('answers may be left out, and then nobody is asked to be right', () => {
  const input = readInput(['--corpus', FILE, '--queries', FILE], KNOWN);

  assert.equal(input.qrels, undefined);
  assert.deepEqual(input.rivals, []);
  assert.equal(input.articles, Number.POSITIVE_INFINITY);
});

test('all rivals are all that are known, and some of them can be named', () => {
  const words = ['--corpus', FILE, '--queries', FILE, '--rivals'];

  const chosen = ['all', 'none', 'Lunr', 'lunr,pagefind'].map((rivals) => readInput([...words, rivals], KNOWN).rivals);

  assert.deepEqual(chosen, [KNOWN, [], ['lunr'], ['lunr', 'pagefind']]);
});

test('files that are not there, numbers that are none and unknown rivals are all said at once', () => {
  const words =
    '--corpus nowhere.jsonl --queries nowhere.jsonl --qrels nowhere.tsv --articles few --rivals lunar'.split(' ');
  const mistakes = mistakesIn(words);

  assert.deepEqual(
    mistakes.map(({ where, problem }) => `${where.file}: ${problem}`),
    [
      '--corpus: There is no file nowhere.jsonl.',
      '--queries: There is no file nowhere.jsonl.',
      '--qrels: There is no file nowhere.tsv.',
      '--articles: "few" is no number of them.',
      '--rivals: "lunar" is no rival that this bench knows.',
    ],
  );
  assert.match(mistakes.at(-1)?.fix ?? '', /Did you mean "lunr"\?/);
});

test('a flag that does not exist is a mistake, not a crash', () => {
  const [mistake] = mistakesIn(['--corpos', FILE]);

  assert.match(mistake?.problem ?? '', /--corpos/);
  assert.match(mistake?.fix ?? '', /--corpus <file/);
});

function mistakesIn(words: readonly string[]): Mistakes['mistakes'] {
  try {
    readInput(words, KNOWN);
  } catch (error) {
    if (error instanceof Mistakes) return error.mistakes;
    throw error;
  }
  assert.fail('Nothing was wrong with it.');
}
