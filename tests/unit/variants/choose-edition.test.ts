import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseEdition, readersOfArticle } from '../../../src/variants/choose-edition.ts';
import { edition, syncProduct } from '../../fixtures/editions.ts';

test('a reader gets the edition whose range covers their version', () => {
  const editions = [
    edition('', { id: 'restore-a-file@3', versions: '<4' }),
    edition('', { id: 'restore-a-file@4', versions: '>=4' }),
  ];

  const chosen = chooseEdition(editions, syncProduct(), { version: '4.2', audience: 'home' });

  assert.equal(chosen?.id, 'restore-a-file@4');
});

test('a reader gets the edition that is for their audience', () => {
  const editions = [
    edition('', { id: 'restore-a-file@home', audiences: ['home', 'office'] }),
    edition('', { id: 'restore-a-file@admin', audiences: ['admin'] }),
  ];

  const chosen = chooseEdition(editions, syncProduct(), { version: '5', audience: 'admin' });

  assert.equal(chosen?.id, 'restore-a-file@admin');
});

test('an edition without versions and audiences is for every reader of the product', () => {
  const chosen = chooseEdition([edition('')], syncProduct(), { version: '3', audience: 'admin' });

  assert.equal(chosen?.id, 'restore-a-file');
});

for (const reader of [
  { version: '3', audience: 'home' },
  { version: '5', audience: 'admin' },
  { version: '9', audience: 'home' },
]) {
  test(`version ${reader.version} for ${reader.audience} gets no edition where none is for it`, () => {
    const chosen = chooseEdition([edition('', { versions: '>=4', audiences: ['home'] })], syncProduct(), reader);

    assert.equal(chosen, undefined);
  });
}

test('readers of an article come newest version first, in the order of the product, each once', () => {
  const editions = [
    edition('', { id: 'restore-a-file@3', versions: '<4', audiences: ['admin'] }),
    edition('', { id: 'restore-a-file@5', versions: '>=5', audiences: ['office', 'home'] }),
  ];

  const readers = readersOfArticle(editions, syncProduct());

  assert.deepEqual(readers, [
    { version: '5', audience: 'home' },
    { version: '5', audience: 'office' },
    { version: '3', audience: 'admin' },
  ]);
});
