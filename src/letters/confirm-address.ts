import type { Addresses } from '../server/addresses.ts';
import type { StoredEscalation } from '../server/stored-escalation.ts';
import { addressHash } from './address-hash.ts';
import { isLetterCode } from './letter-code.ts';

/**
 * Confirms the address of `stored` where `code`, the `from` that a form of the status page carries, came by one of our
 * letters to it. Says whether it did. A code of another request, or of none, confirms nothing.
 */
export async function confirmAddress(
  { store, secret }: { store: Pick<Addresses, 'confirmAddress'>; secret: Uint8Array },
  { id, escalation: { email } }: Pick<StoredEscalation, 'id' | 'escalation'>,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (email === undefined || !isLetterCode(code, secret, id, email)) return false;
  await store.confirmAddress(addressHash(secret, email), now);
  return true;
}
