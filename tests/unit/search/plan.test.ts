import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phraseOf, planSearch } from '../../../src/search/plan.ts';

test('a question is searched for by the words that tell something', () => {
  const words = wordsOf('Why does it say “disk full” when I delete things?');

  assert.deepEqual(words, ['disk', 'full', 'delete']);
});

test('a question of nothing but common words is searched for as it is', () => {
  const words = wordsOf('How do I?');

  assert.deepEqual(words, ['how', 'do', 'i']);
});

test('words that turn the meaning round are kept', () => {
  const words = wordsOf('Computer does not start without the charger');

  assert.deepEqual(words, ['computer', 'not', 'start', 'without', 'charger']);
});

test('an error code stays whole, whatever stands around it', () => {
  const words = wordsOf('Error (NL-1042), help!');

  assert.deepEqual(words, ['error', 'nl-1042']);
});

test('a version stays whole, and a full stop at the end of the sentence is no part of it', () => {
  const words = wordsOf('Upgrade from 3 to Sync 4.2.');

  assert.deepEqual(words, ['upgrade', '3', 'sync', '4.2']);
});

test('a word is searched for once', () => {
  const words = wordsOf('restore Restore RESTORE');

  assert.deepEqual(words, ['restore']);
});

test('what belongs to the computer is found under "computer"', () => {
  const words = wordsOf('the computer’s fan');

  assert.deepEqual(words, ['computer', 'fan']);
});

test('a letter alone is dropped, a digit alone is kept', () => {
  const words = wordsOf('drive c sync 5');

  assert.deepEqual(words, ['drive', 'sync', '5']);
});

test('no more than twelve words are searched for', () => {
  const words = wordsOf(Array.from({ length: 40 }, (_, index) => `word${index}`).join(' '));

  assert.equal(words.length, 12);
});

for (const [name, question] of [
  ['nothing', ''],
  ['spaces', ' \n\t '],
  ['signs', '"*:(){}[]<>?!'],
  ['emoji', '😀 👍🏽'],
  ['markup', '<script>alert("x")</script>'],
  ['half a character', '\ud800'],
  ['ten thousand characters', 'a-'.repeat(5000)],
] as const) {
  test(`planning survives a question of ${name}`, () => {
    const words = wordsOf(question);

    assert.ok(words.every((word) => /[\p{L}\p{N}]/u.test(word)));
  });
}

test('words in other scripts are words', () => {
  const words = wordsOf('Резервная копия 備份');

  assert.deepEqual(words, ['резервная', 'копия', '備份']);
});

test('a title and a question are compared without case and punctuation', () => {
  const phrase = phraseOf('My computer won’t start. What can I do?');

  assert.equal(phrase, "my computer won't start what can i do");
});

test('a joined word has parts, an error code and a version have none', () => {
  const { words } = planSearch('non-admin load.rules AutoFilter NL-1042 4.2 plain');

  assert.deepEqual(
    words.map(({ parts }) => parts),
    [['non', 'admin'], ['load', 'rules'], ['auto', 'filter'], [], [], []],
  );
});

for (const [code, question] of [
  ['NL-1042', 'what does NL-1042 mean'],
  ['0x80070005', 'Error 0x80070005'],
  ['EJPPH0044E', 'EJPPH0044E while upgrading'],
] as const) {
  test(`${code} is an error code`, () => {
    const { codes } = planSearch(question);

    assert.deepEqual(codes, [code.toLowerCase()]);
  });
}

for (const word of ['v8.5.5', '4.2', '2026', 'ipv6', '2nd', '500gb', 'printer']) {
  test(`${word} is no error code`, () => {
    const { codes } = planSearch(`printer ${word}`);

    assert.deepEqual(codes, []);
  });
}

test('a number behind the word "error" is a code', () => {
  const codes = ['error 1603', 'office 1603', 'error 42'].map((question) => planSearch(question).codes);

  assert.deepEqual(codes, [['1603'], [], []]);
});

test('in a language whose stop words are not known every word is searched for', () => {
  const { words } = planSearch('Was ist an dem Drucker kaputt', { language: 'de' });

  assert.deepEqual(
    words.map(({ word }) => word),
    ['was', 'ist', 'an', 'dem', 'drucker', 'kaputt'],
  );
});

test('the word that is still being typed is known as such', () => {
  const plans = ['reset pass', 'reset pass ', 'reset p'].map((text) => planSearch(text, { isUnfinished: true }));

  assert.deepEqual(
    plans.map(({ unfinished }) => unfinished),
    ['pass', undefined, 'p'],
  );
});

test('a finished question has no word that is still being typed', () => {
  const { unfinished } = planSearch('reset pass');

  assert.equal(unfinished, undefined);
});

function wordsOf(question: string): string[] {
  return planSearch(question).words.map(({ word }) => word);
}
