import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedVersion } from '../../../src/search/named-version.ts';

const SYNC = {
  id: 'sync',
  title: 'Northlight Sync',
  versions: [
    { id: '5', label: 'Sync 5' },
    { id: '4.2', label: 'Sync 4.2' },
    { id: '3', label: 'Sync 3' },
  ],
};
const OFFICE = {
  id: 'office',
  title: 'Office for Two',
  versions: [
    { id: '3', label: '3' },
    { id: '2', label: '2' },
  ],
};
const MAC = {
  id: 'mac',
  title: 'Mac',
  versions: [
    { id: '27', label: 'Redwood' },
    { id: '26', label: 'Redwood Coast' },
  ],
};

for (const [phrase, product, version] of [
  ['how do i restore a file in sync 3', SYNC, '3'],
  ['sync 4.2 stops', SYNC, '4.2'],
  ['northlight 3 has no history', SYNC, '3'],
  ['restore in version 3', SYNC, '3'],
  ['sync version 3 restore', SYNC, '3'],
  ['restore a file in v3', SYNC, '3'],
  ['move from sync 3 to sync 5', SYNC, undefined],
  ['sync 4', SYNC, undefined],
  ['wait for 3 hours', SYNC, undefined],
  ['files in 3 folders that sync', SYNC, undefined],
  ['', SYNC, undefined],
  ['wait for 2 hours', OFFICE, undefined],
  ['print 2 pages', OFFICE, undefined],
  ['print from office 2', OFFICE, '2'],
  ['where is it in redwood', MAC, '27'],
  ['where is it in redwood coast', MAC, '26'],
] as const) {
  test(`"${phrase}" names ${version === undefined ? 'no version' : `version ${version}`}`, () => {
    assert.equal(namedVersion(phrase, product)?.id, version);
  });
}

test('the only version of a product need not be named', () => {
  assert.equal(namedVersion('sync 3', { ...SYNC, versions: SYNC.versions.slice(2) }), undefined);
});
