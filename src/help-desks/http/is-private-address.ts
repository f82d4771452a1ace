import { BlockList, isIPv6 } from 'node:net';

/** IPv4 and IPv6 ranges that are not the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
const RANGES_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

// Of IPv6 only 2000::/3 is public; within it these are not, and some carry an IPv4 address that could be private.
const RANGES_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/** Whether an address leads anywhere but to the public internet: this machine, the own network, nowhere. */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv6(address)) return privateRanges().check(address, 'ipv4');
  // ::ffff:10.0.0.1 is outside 2000::/3, like every other way to write IPv4 in IPv6 but 6to4, which is listed.
  return !publicRanges().check(address, 'ipv6') || privateRanges().check(address, 'ipv6');
}

function privateRanges(): BlockList {
  const ranges = new BlockList();
  for (const [network, prefix] of RANGES_4) ranges.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of RANGES_6) ranges.addSubnet(network, prefix, 'ipv6');
  return ranges;
}

function publicRanges(): BlockList {
  const ranges = new BlockList();
  ranges.addSubnet('2000::', 3, 'ipv6');
  return ranges;
}
