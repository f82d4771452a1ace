import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean, editDistance, nearestOf } from '../../../src/errors/did-you-mean.ts';

const audiences = ['home', 'office', 'admin'];

for (const [written, meant] of [
  ['admins', 'admin'],
  ['amdin', 'admin'],
  ['Admin', 'admin'],
  ['ofice', 'office'],
  ['hom', 'home'],
] as const) {
  test(`"${written}" is probably "${meant}"`, () => {
    const asked = didYouMean(written, audiences);

    assert.equal(asked, `Did you mean "${meant}"? `);
  });
}

for (const written of ['partner', 'x', '', 'administrators']) {
  test(`nothing is suggested for "${written}"`, () => {
    const asked = didYouMean(written, audiences);

    assert.equal(asked, '');
  });
}

test('of several near words the nearest is meant', () => {
  const nearest = nearestOf('restore-file', ['restore-a-site', 'restore-files', 'restore-a-file']);

  assert.equal(nearest, 'restore-files');
});

test('without candidates nothing is meant', () => {
  const nearest = nearestOf('admin', []);

  assert.equal(nearest, undefined);
});

for (const [a, b, distance] of [
  ['', '', 0],
  ['admin', 'admin', 0],
  ['', 'home', 4],
  ['home', '', 4],
  ['amdin', 'admin', 1],
  ['kitten', 'sitting', 3],
] as const) {
  test(`from "${a}" to "${b}" it is ${distance} slips`, () => {
    const slips = editDistance(a, b);

    assert.equal(slips, distance);
  });
}
