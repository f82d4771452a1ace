import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseCut } from '../../../src/video/choose-cut.ts';
import { syncProduct } from '../../fixtures/editions.ts';

const cuts = [
  { name: 'home on 5', audiences: ['home', 'office'], versions: '>=5' },
  { name: 'admin on 5', audiences: ['admin'], versions: '>=5' },
  { name: '4.2', versions: '>=4 <5' },
];

for (const [version, audience, name] of [
  ['5', 'home', 'home on 5'],
  ['5', 'office', 'home on 5'],
  ['5', 'admin', 'admin on 5'],
  ['4.2', 'admin', '4.2'],
  ['3', 'home', undefined],
] as const) {
  test(`on ${version}, ${audience} sees ${name ?? 'no cut'}`, () => {
    const cut = chooseCut(cuts, syncProduct(), { version, audience });

    assert.equal(cut?.name, name);
  });
}

test('a cut without audiences and versions is for everybody', () => {
  const cut = chooseCut([{}], syncProduct(), { version: '3', audience: 'admin' });

  assert.ok(cut);
});

test('a range that cannot be read is for nobody', () => {
  const cut = chooseCut([{ versions: 'newest' }], syncProduct(), { version: '5', audience: 'home' });

  assert.equal(cut, undefined);
});
