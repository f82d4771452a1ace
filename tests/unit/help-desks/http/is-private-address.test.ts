import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivateAddress } from '../../../../src/help-desks/http/is-private-address.ts';

test('addresses of this machine, of private networks and of nobody are private', () => {
  const addresses = [
    [
      '0.0.0.0',
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.9.9',
    ],
    [
      '192.0.0.8',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      'fd12::1',
    ],
    ['ff02::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::1', '2001:db8::1', '2001::1'],
  ].flat();

  assert.deepEqual(
    addresses.filter((address) => !isPrivateAddress(address)),
    [],
  );
});

test('addresses of the public internet are not', () => {
  const addresses = [
    '1.1.1.1',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '104.16.51.111',
    '2606:4700::1111',
    '2a00:1450::5',
  ];

  assert.deepEqual(addresses.filter(isPrivateAddress), []);
});
