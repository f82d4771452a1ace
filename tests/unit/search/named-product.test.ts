import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedProduct } from '../../../src/search/named-product.ts';

const PRODUCTS = [
  { id: 'mini', title: 'Northlight Mini' },
  { id: 'sync', title: 'Northlight Sync' },
  { id: 'office', title: 'Office for Two 2' },
];

for (const [phrase, product] of [
  ['the light of my mini blinks', 'mini'],
  ['northlight sync stopped', 'sync'],
  ['my office is dark', 'office'],
  ['does sync run on a mini', undefined],
  ['minimum size', undefined],
  ['wait for 2 hours', undefined],
  ['', undefined],
] as const) {
  test(`"${phrase}" names ${product ?? 'no product'}`, () => {
    assert.equal(namedProduct(phrase, PRODUCTS)?.id, product);
  });
}

test('the only product of a site need not be named', () => {
  assert.equal(namedProduct('my mini blinks', PRODUCTS.slice(0, 1)), undefined);
});
