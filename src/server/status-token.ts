import { createHash, createHmac } from 'node:crypto';

/**
 * The private part of a status page's address, 256 bits. It is made from the secret, not from chance, so that a
 * replayed request gets the same address although only a hash of the token is kept.
 */
export function statusToken(secret: Uint8Array, escalationId: string): string {
  return createHmac('sha256', secret).update(`status ${escalationId}`).digest('base64url');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
