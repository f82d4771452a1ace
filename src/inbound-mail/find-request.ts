import type { Store, StoredEscalation } from '../server/store.ts';
import type { InboundMail } from './read-mail.ts';

export type MatchedRequest = {
  request: StoredEscalation;
  /** The letter that was answered, or did not arrive. */
  deliveryId?: string;
};

/** The id of a letter is that of its delivery (src/letters/send-letter.ts). */
const LETTER_ID = /^<([0-9a-f-]{36}-customer)@/i;
/** Each is looked for in the store. */
const MOST_REFERENCES = 5;
const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;

/**
 * The request that a mail is about: the one whose letter it answers, or the one whose reference stands in its subject,
 * where it comes from that customer. Undefined where neither tells.
 */
export async function findRequest(
  mail: Pick<InboundMail, 'answers' | 'subject' | 'from'>,
  store: Pick<Store, 'escalationOfDelivery' | 'escalationByReference'>,
): Promise<MatchedRequest | undefined> {
  for (const id of mail.answers) {
    const deliveryId = LETTER_ID.exec(id)?.[1]?.toLowerCase();
    const request = deliveryId === undefined ? undefined : await store.escalationOfDelivery(deliveryId);
    if (request && deliveryId !== undefined) return { request, deliveryId };
  }
  for (const [reference] of mail.subject.toUpperCase().matchAll(REFERENCE).take(MOST_REFERENCES)) {
    const request = await store.escalationByReference(reference);
    // Anybody can write a reference into a subject.
    if (request && request.escalation.email?.toLowerCase() === mail.from) return { request };
  }
  return undefined;
}
