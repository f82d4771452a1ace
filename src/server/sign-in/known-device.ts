import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Makes the mark of a browser in which `email` has signed in. It opens nothing; it only keeps strangers who guess at
 * the same account from slowing this browser down.
 */
export function markDevice(secret: Uint8Array, email: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${signed(secret, email, id)}`;
}

/** The browser that the mark names, or undefined where it is forged, or belongs to another account. */
export function deviceOf(secret: Uint8Array, email: string, mark: string | undefined): string | undefined {
  const [id, signature] = mark?.split('.') ?? [];
  if (!id || !signature) return undefined;
  const [found, wanted] = [Buffer.from(signature), Buffer.from(signed(secret, email, id))];
  return found.length === wanted.length && timingSafeEqual(found, wanted) ? id : undefined;
}

function signed(secret: Uint8Array, email: string, id: string): string {
  return createHmac('sha256', secret).update(`device ${id} ${email}`).digest('base64url');
}
