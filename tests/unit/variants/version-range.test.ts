import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionsIn } from '../../../src/variants/version-range.ts';
import { syncProduct } from '../../fixtures/editions.ts';

const covered: Record<string, string[]> = {
  '5': ['5'],
  '4': ['4.2'],
  '4.2': ['4.2'],
  '>=4': ['5', '4.2'],
  '>= 4': ['5', '4.2'],
  '<5': ['4.2', '3'],
  '>=4 <5': ['4.2'],
  '3 - 4': ['4.2', '3'],
  '^3': ['3'],
  '*': ['5', '4.2', '3'],
  '3, 5': ['5', '3'],
  '5,3': ['5', '3'],
  '<4 || >=5': ['5', '3'],
  '9': [],
  '>5': [],
};

for (const [range, ids] of Object.entries(covered)) {
  test(`"${range}" covers ${ids.join(' and ') || 'no version'} of 5, 4.2 and 3`, () => {
    const versions = versionsIn(range, syncProduct());

    assert.deepEqual(
      versions?.map(({ id }) => id),
      ids,
    );
  });
}

for (const range of ['latest', '', ' ', '3,', ',', '3,,5', '>=4 ||', '|| 3', '=>4', '>=4 and <5', '4.2.']) {
  test(`"${range}" cannot be read as a range`, () => {
    const versions = versionsIn(range, syncProduct());

    assert.equal(versions, undefined);
  });
}

test('a version with a name behind its number counts as its number', () => {
  const product = syncProduct({
    versions: [
      { id: '10.0.3-beta', label: 'Beta', released: '2026-01-01' },
      { id: '2024R2', label: '2024 R2', released: '2024-07-01' },
    ],
  });

  const versions = versionsIn('>=10 <11 || >=2024', product);

  assert.deepEqual(
    versions?.map(({ id }) => id),
    ['10.0.3-beta', '2024R2'],
  );
});
