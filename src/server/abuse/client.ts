import { BlockList, isIP } from 'node:net';
import { isPrivateAddress } from '../../help-desks/http/is-private-address.ts';

/** Whom a request comes from, as far as a server can know it. */
export type Client = {
  address: string;
  /** Whether budgets hold: an address that many people may share unknown to us, such as a proxy's, has none. */
  isLimited: boolean;
  /** It names others in `X-Forwarded-For`, but TRUSTED_PROXIES does not name it. */
  isUndeclaredProxy: boolean;
};

/** What the socket and the header say. */
export type Arrived = { peer: string | undefined; forwardedFor: string | undefined };

/**
 * The customer's own address. Only where the peer is a proxy of ours is its header believed, and of that only what our
 * proxies wrote: its last entry that is none of theirs. Whatever a customer writes into the header stands before it.
 */
export function clientOf({ peer, forwardedFor }: Arrived, proxies: BlockList): Client {
  const from = plain(peer ?? '') ?? '127.0.0.1';
  if (!isIn(proxies, from)) {
    const isUndeclaredProxy = forwardedFor !== undefined;
    // A proxy on this machine, or in our own network, that nobody declared must not make all customers one.
    const mayBeProxy = isIn(LOOPBACK, from) || (isUndeclaredProxy && isPrivateAddress(from));
    return { address: from, isLimited: !mayBeProxy, isUndeclaredProxy };
  }
  let address = from;
  for (const entry of (forwardedFor ?? '').split(',').reverse()) {
    const before = plain(entry);
    if (before === undefined) break;
    address = before;
    if (!isIn(proxies, before)) break;
  }
  // Where the header names nobody but our proxies, we do not know who asks.
  return { address, isLimited: !isIn(proxies, address) && !isIn(LOOPBACK, address), isUndeclaredProxy: false };
}

/** Reads TRUSTED_PROXIES, which was checked with the settings: addresses, networks (CIDR), or the word `loopback`. */
export function proxiesIn(written: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const entry of written.flatMap((word) => (word === 'loopback' ? LOOPBACK_RANGES : [word]))) {
    const [network = '', prefix] = entry.split('/');
    const family = familyOf(network);
    if (prefix === undefined) proxies.addAddress(network, family);
    else proxies.addSubnet(network, Number(prefix), family);
  }
  return proxies;
}

const LOOPBACK_RANGES = ['127.0.0.0/8', '::1'];
const LOOPBACK = proxiesIn(['loopback']);

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** Without port, brackets, zone and the way in which IPv6 sockets write IPv4; undefined where it is no address. */
function plain(written: string): string | undefined {
  const bare = written
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(bare) === 0 ? undefined : bare;
}
