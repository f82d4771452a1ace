import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, foldFor } from '../../../src/variants/fold.ts';
import { readersOf, type Reader } from '../../../src/variants/reader.ts';
import { syncProduct } from '../../fixtures/editions.ts';

const readers = readersOf({}, syncProduct());
const byVersion = ({ version }: Reader) => ({ contentKey: version === '3' ? 'old' : 'new' });
const byAudience = ({ audience }: Reader) => ({ contentKey: audience === 'admin' ? 'policies' : 'menus' });

test('readers with the same output share a page, however far apart they stand', () => {
  const folds = fold(readers, byAudience);

  assert.deepEqual(
    folds.map(({ variant, serves }) => [
      variant.contentKey,
      serves.map(({ version, audience }) => `${version} ${audience}`),
    ]),
    [
      ['menus', ['5 home', '5 office', '4.2 home', '4.2 office', '3 home', '3 office']],
      ['policies', ['5 admin', '4.2 admin', '3 admin']],
    ],
  );
});

test('the first reader of all names the first page', () => {
  const folds = fold(readers, byVersion);

  assert.deepEqual(folds[0]?.reader, { version: '5', audience: 'home' });
});

test('pages come in the order of the first reader of each', () => {
  const folds = fold(readers, ({ version, audience }) => ({ contentKey: `${version} ${audience}` }));

  assert.deepEqual(
    folds.map(({ reader }) => reader),
    readers,
  );
});

test('no reader is lost and none is served twice', () => {
  const folds = fold(readers, byVersion);

  const served = folds.flatMap(({ serves }) => serves.map(({ version, audience }) => `${version} ${audience}`));
  assert.deepEqual(served.sort(), readers.map(({ version, audience }) => `${version} ${audience}`).sort());
});

test('each reader is found on the page with their own output', () => {
  const folds = fold(readers, byVersion);

  const found = readers.map((reader) => foldFor(folds, reader)?.variant.contentKey);

  assert.deepEqual(
    found,
    readers.map((reader) => byVersion(reader).contentKey),
  );
});

test('a reader whom nothing serves is on no page', () => {
  const folds = fold(readers, byVersion);

  const found = foldFor(folds, { version: '9', audience: 'home' });

  assert.equal(found, undefined);
});
