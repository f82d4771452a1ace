import { addressHash } from '../letters/address-hash.ts';
import type { Store, StoredEscalation } from '../server/store.ts';

/** Whoever answers one of our letters, known by its id, from the address that it went to reads the mail of that address. */
export async function confirmMailOf(
  { store, secret }: { store: Pick<Store, 'confirmAddress'>; secret: Uint8Array },
  { escalation: { email } }: StoredEscalation,
  from: string,
  now: Temporal.Instant,
): Promise<void> {
  if (email?.toLowerCase() === from) await store.confirmAddress(addressHash(secret, email), now);
}
