import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleAddress, articleAddresses, canonicalAddress } from '../../../src/variants/address.ts';
import { readersOf } from '../../../src/variants/reader.ts';
import { syncProduct } from '../../fixtures/editions.ts';

const byDefault = { version: '5', audience: 'home' };
const named: [Partial<typeof byDefault>, string][] = [
  [{}, '/articles/restore-a-file/'],
  [{ version: '4.2' }, '/articles/restore-a-file/4.2/'],
  [{ audience: 'admin' }, '/articles/restore-a-file/for-admin/'],
  [{ version: '4.2', audience: 'admin' }, '/articles/restore-a-file/4.2/for-admin/'],
];

for (const [parts, address] of named) {
  test(`${JSON.stringify(parts)} is written as ${address}`, () => {
    const written = articleAddress('restore-a-file', parts);

    assert.equal(written, address);
  });

  test(`the page for ${JSON.stringify({ ...byDefault, ...parts })} lives at ${address}`, () => {
    const canonical = canonicalAddress('restore-a-file', { ...byDefault, ...parts }, byDefault);

    assert.equal(canonical, address);
  });
}

test('an article answers with and without each version and audience', () => {
  const product = syncProduct({ audiences: ['home', 'admin'] });

  const addresses = articleAddresses('restore-a-file', readersOf({ versions: '>=4' }, product));

  assert.deepEqual(Object.fromEntries(addresses), {
    '/articles/restore-a-file/': { version: '5', audience: 'home' },
    '/articles/restore-a-file/5/': { version: '5', audience: 'home' },
    '/articles/restore-a-file/for-home/': { version: '5', audience: 'home' },
    '/articles/restore-a-file/5/for-home/': { version: '5', audience: 'home' },
    '/articles/restore-a-file/for-admin/': { version: '5', audience: 'admin' },
    '/articles/restore-a-file/5/for-admin/': { version: '5', audience: 'admin' },
    '/articles/restore-a-file/4.2/': { version: '4.2', audience: 'home' },
    '/articles/restore-a-file/4.2/for-home/': { version: '4.2', audience: 'home' },
    '/articles/restore-a-file/4.2/for-admin/': { version: '4.2', audience: 'admin' },
  });
});

test('an address without a version means the newest one that serves the audience', () => {
  const readers = [byDefault, { version: '3', audience: 'home' }, { version: '3', audience: 'admin' }];

  const addresses = articleAddresses('restore-a-file', readers);

  assert.deepEqual(addresses.get('/articles/restore-a-file/for-admin/'), { version: '3', audience: 'admin' });
});
