import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAsked, withFilter, writeAsked } from '../../../src/search/result-address.ts';

test('the address holds the question and the filters', () => {
  const asked = readAsked(new URLSearchParams('q=restore&product=sync&version=5&type=&colour=red'));

  assert.deepEqual(asked, { question: 'restore', filters: { product: 'sync', version: '5' } });
});

test('a version without its product is left out', () => {
  const asked = readAsked(new URLSearchParams('q=restore&version=5'));

  assert.deepEqual(asked.filters, {});
});

test('what was read can be written again', () => {
  const address = '?q=a+%26+b&product=sync&version=4.2&audience=admin&type=how-to&topic=files';

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
