import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * Names a customer's connection in the store without saying who it is: whoever lacks the secret cannot tell the address
 * from it. One IPv6 connection has a whole /64 of addresses, and counts as one.
 */
export function clientKey(secret: Uint8Array, address: string): string {
  return createHmac('sha256', secret)
    .update(`client ${groupOf(address)}`)
    .digest('base64url')
    .slice(0, 22);
}

export function groupOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.toLowerCase().split('::');
  const head = groupsIn(before);
  const tail = groupsIn(after ?? '');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array.from({ length: zeros }, () => 0), ...tail]
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** An IPv4 address at the end stands for two groups; neither is within the first four. */
function groupsIn(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => (group.includes('.') ? [0, 0] : [Number.parseInt(group, 16)]));
}
