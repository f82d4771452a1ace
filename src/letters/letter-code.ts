import { createHmac, timingSafeEqual } from 'node:crypto';

const CODE_LENGTH = 22;

/**
 * Stands in the links of our letters, as `?from=`. Whoever sends it back from the status page has read the mail of this
 * address. 128 bits.
 */
export function letterCode(secret: Uint8Array, escalationId: string, email: string): string {
  const signed = createHmac('sha256', secret).update(`letter ${escalationId} ${email.toLowerCase()}`);
  return signed.digest('base64url').slice(0, CODE_LENGTH);
}

export function isLetterCode(code: string, secret: Uint8Array, escalationId: string, email: string): boolean {
  const [given, ours] = [Buffer.from(code), Buffer.from(letterCode(secret, escalationId, email))];
  return given.length === ours.length && timingSafeEqual(given, ours);
}
