import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOf, proxiesIn } from '../../../../src/server/abuse/client.ts';
import { clientKey, groupOf } from '../../../../src/server/abuse/client-key.ts';

const cases: {
  it: string;
  proxies?: string[];
  peer: string;
  forwardedFor?: string;
  address: string;
  isLimited?: boolean;
  isUndeclaredProxy?: boolean;
}[] = [
  { it: 'a customer without a proxy is the peer', peer: '198.51.100.7', address: '198.51.100.7' },
  {
    it: 'a header that a stranger wrote is not believed',
    peer: '93.184.216.34',
    forwardedFor: '1.2.3.4',
    address: '93.184.216.34',
    isUndeclaredProxy: true,
  },
  {
    it: 'behind a proxy of ours the customer is the last entry',
    proxies: ['10.0.0.5'],
    peer: '10.0.0.5',
    forwardedFor: '198.51.100.7',
    address: '198.51.100.7',
  },
  {
    it: 'what the customer wrote before the last entry is not believed',
    proxies: ['10.0.0.0/8'],
    peer: '10.0.0.5',
    forwardedFor: '1.2.3.4, 10.0.0.9, 127.0.0.1, 198.51.100.7',
    address: '198.51.100.7',
  },
  {
    it: 'behind two proxies of ours, both are passed over',
    proxies: ['10.0.0.5', '203.0.113.0/24'],
    peer: '10.0.0.5',
    forwardedFor: '1.2.3.4, 198.51.100.7, 203.0.113.80',
    address: '198.51.100.7',
  },
  {
    it: 'a proxy on this machine is declared by a word',
    proxies: ['loopback'],
    peer: '::1',
    forwardedFor: '2001:db8::7',
    address: '2001:db8::7',
  },
  {
    it: 'an IPv4 peer is known on a socket of IPv6 too',
    proxies: ['10.0.0.5'],
    peer: '::ffff:10.0.0.5',
    forwardedFor: '::ffff:198.51.100.7',
    address: '198.51.100.7',
  },
  {
    it: 'ports and brackets are no part of an address',
    proxies: ['10.0.0.5'],
    peer: '10.0.0.5',
    forwardedFor: '[2001:db8::7]:4711',
    address: '2001:db8::7',
  },
  {
    it: 'where a proxy of ours writes what is no address, nobody is limited for it',
    proxies: ['10.0.0.5'],
    peer: '10.0.0.5',
    forwardedFor: 'unknown',
    address: '10.0.0.5',
    isLimited: false,
  },
  {
    it: 'where a proxy of ours names nobody, nobody is limited for it',
    proxies: ['10.0.0.5'],
    peer: '10.0.0.5',
    address: '10.0.0.5',
    isLimited: false,
  },
  { it: 'the operator’s own machine is not limited', peer: '127.0.0.1', address: '127.0.0.1', isLimited: false },
  {
    it: 'a proxy on this machine that nobody declared is told of, and strands nobody',
    peer: '127.0.0.1',
    forwardedFor: '198.51.100.7',
    address: '127.0.0.1',
    isLimited: false,
    isUndeclaredProxy: true,
  },
  {
    it: 'a proxy in our own network that nobody declared is told of, and strands nobody',
    peer: '172.17.0.1',
    forwardedFor: '198.51.100.7',
    address: '172.17.0.1',
    isLimited: false,
    isUndeclaredProxy: true,
  },
  { it: 'a colleague in our own network is limited like everybody', peer: '10.0.0.9', address: '10.0.0.9' },
];

for (const { it, proxies = [], peer, forwardedFor, address, isLimited = true, isUndeclaredProxy = false } of cases) {
  test(it, () => {
    const client = clientOf({ peer, forwardedFor }, proxiesIn(proxies));

    assert.deepEqual(client, { address, isLimited, isUndeclaredProxy });
  });
}

test('all addresses of one IPv6 connection are one group, each IPv4 address is its own', () => {
  const groups = [
    '2001:db8:0:7::1',
    '2001:0DB8:0:7:ffff:1:2:3',
    '2001:db8:0:8::1',
    '::',
    '64:ff9b::192.0.2.1',
    '192.0.2.1',
  ];

  assert.deepEqual(groups.map(groupOf), [
    '2001:db8:0:7',
    '2001:db8:0:7',
    '2001:db8:0:8',
    '0:0:0:0',
    '64:ff9b:0:0',
    '192.0.2.1',
  ]);
});

test('what is kept of an address cannot be turned back without the secret', () => {
  const [ours, again, theirs] = ['a', 'a', 'b'].map((secret) => clientKey(Buffer.from(secret), '198.51.100.7'));

  assert.equal(ours, again);
  assert.notEqual(ours, theirs);
  assert.match(ours ?? '', /^[\w-]{22}$/);
});
