import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_QUESTION } from '../../../src/search/longest-question.ts';
import {
  beginningOf,
  readAsked,
  searchOptions,
  withFilter,
  withoutFilters,
  writeAsked,
} from '../../../src/search/result-address.ts';

test('the address holds the question and the filters', () => {
  const asked = readAsked(new URLSearchParams('q=restore&product=sync&version=5&type=&colour=red'));

  assert.deepEqual(asked, { question: 'restore', filters: { product: 'sync', version: '5' } });
});

test('a version without its product is left out', () => {
  const asked = readAsked(new URLSearchParams('q=restore&version=5'));

  assert.deepEqual(asked.filters, {});
});

test('what was read can be written again', () => {
  const address =
    '?q=a+%26+b&product=sync&version=4.2&audience=admin&type=how-to&topic=files&literal=1&for=sync+4.2+home';

  assert.equal(writeAsked(readAsked(new URLSearchParams(address))), address);
});

test('another product clears the version, which was of the former one', () => {
  const asked = { question: 'restore', filters: { product: 'sync', version: '5', audience: 'home' } };

  const next = withFilter(asked, 'product', 'mini');

  assert.deepEqual(next.filters, { product: 'mini', audience: 'home' });
});

test('a filter can be cleared', () => {
  const next = withFilter({ question: 'restore', filters: { audience: 'home' } }, 'audience', undefined);

  assert.deepEqual(next, { question: 'restore', filters: {} });
});

test('the reader stands in the address with what is known of them', () => {
  const readers = [{ product: 'sync', version: '4.2', audience: 'home' }, { product: 'sync' }, { audience: 'home' }];

  const read = readers.map((reader) =>
    readAsked(new URLSearchParams(writeAsked({ question: '', filters: {}, reader }))),
  );

  assert.deepEqual(
    read.map(({ reader }) => reader),
    readers,
  );
});

test('a reader of whom nothing is known leaves no trace in the address', () => {
  assert.equal(writeAsked({ question: 'a', filters: {}, reader: {} }), '?q=a');
  assert.equal(readAsked(new URLSearchParams('q=a&for=*+*+*')).reader, undefined);
});

test('a version that was chosen for one product says nothing about another', () => {
  const asked = {
    question: 'a',
    filters: { product: 'mini' },
    reader: { product: 'sync', version: '3', audience: 'home' },
  };

  assert.deepEqual(searchOptions(asked).reader, { audience: 'home' });
  assert.deepEqual(searchOptions(withoutFilters(asked)).reader, asked.reader);
});

test('all filters are cleared at once, and the reader stays', () => {
  const asked = { question: 'a', filters: { product: 'mini', topic: 'start' }, reader: { audience: 'home' } };

  assert.equal(writeAsked(withoutFilters(asked)), '?q=a&for=*+*+home');
});

test('of a pasted letter the beginning fits into the address, without half a character at its end', () => {
  const letter = `${'a'.repeat(LONGEST_QUESTION - 1)}🙂`;

  assert.equal(beginningOf(letter).length, LONGEST_QUESTION);
  assert.ok(beginningOf(letter).isWellFormed());
  assert.equal(readAsked(new URLSearchParams({ q: letter })).question, beginningOf(letter));
});
