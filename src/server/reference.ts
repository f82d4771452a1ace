import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, so that nothing is mistaken when it is read out or typed in. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference to read out on the phone, such as 7K3F-9Q2M; one of a million million. */
export function newReference(bytes: Uint8Array = randomBytes(8)): string {
  // 256 is a multiple of 32, so every character is as likely as any other.
  const characters = [...bytes.subarray(0, 8)].map((byte) => ALPHABET[byte % 32]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
