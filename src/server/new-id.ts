import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 with the microsecond in the place of the first random bits (RFC 9562, 6.2, method 3). Node's own
 * are in no order within a millisecond, in which two things may happen with one request.
 */
export function newId(now = Temporal.Now.instant(), random: Uint8Array = randomBytes(8)): string {
  const ms = now.epochMilliseconds;
  const part = Math.floor((Number(now.epochNanoseconds % 1_000_000n) / 1_000_000) * 0x1000);
  const rest = BigInt(`0x${Buffer.from(random.subarray(0, 8)).toString('hex')}`);
  // Each after its bits that say of which version and variant it is.
  const [versioned, varied] = [0x7000 | part, (2n << 62n) | BigInt.asUintN(62, rest)];
  const hex = `${inHex(ms, 12)}${inHex(versioned, 4)}${inHex(varied, 16)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function inHex(number: number | bigint, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
