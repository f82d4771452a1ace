import type { DueDelivery } from '../server/outbox.ts';
import { mailboxOf } from './address-hash.ts';

/**
 * Why a letter should not go any more, or never: what it says has been overtaken, or it would reach ourselves, which is
 * how loops of mail begin. Undefined where it should go.
 */
export function whyNotToWrite(
  { event, escalation: { state, promisedBy, escalation } }: Pick<DueDelivery, 'event' | 'escalation'>,
  ownAddresses: readonly string[],
): string | undefined {
  const { email } = escalation;
  if (email === undefined) return 'there is no address';
  if (ownAddresses.map(mailboxOf).includes(mailboxOf(email))) return 'the address is one of ours';
  if (event === undefined) return state === 'waiting' || state === 'joined' ? undefined : 'it was answered meanwhile';
  const { act } = event;
  switch (act.kind) {
    case 'answer':
      return act.text.trim() === '' ? 'the answer was given elsewhere' : undefined;
    case 'resolved':
      // Whoever joined an incident is told how it ended, whatever else they wrote or found.
      return state === 'resolved' || act.incident !== undefined ? undefined : 'it is not resolved any more, or mended';
    case 'promise-moved':
      if (state !== 'waiting') return 'it was answered meanwhile';
      // The store keeps milliseconds.
      return promisedBy.epochMilliseconds === Temporal.Instant.from(act.until).epochMilliseconds
        ? undefined
        : 'the promise was moved again';
    default:
      return 'nobody is told of this by letter';
  }
}
