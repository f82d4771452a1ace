import type { DeliveryOutcome } from '../help-desks/help-desk.ts';
import { sendMail, type OutgoingMail } from '../help-desks/mail/send-mail.ts';
import { isMailAddress } from '../schema/ask-rules.ts';
import type { Letter } from './letter.ts';

export type Sender = {
  /** The mail server. */
  url: string;
  from: string;
  /** Shown beside the address. */
  name: string;
  /** Where people answer who answer all the same. */
  replyTo: string;
};

export type Addressed = {
  /** Names this letter for ever: each try is the same mail, which most mailboxes show once. */
  id: string;
  /** Names the first letter about the same request. */
  threadId: string;
  reference: string;
  email: string;
  /** An earlier try may have arrived. */
  mayBeThere: boolean;
};

/** All but reports of failure, by which we learn that somebody was not reached ([MS-OXCMAIL] 2.1.3.2.20). */
const NO_AUTOMATIC_ANSWERS = 'DR, RN, NRN, OOF, AutoReply';

/**
 * Sends a letter to one customer, and to nobody else. What was not written by a person says so (RFC 3834); the first
 * letter, which a stranger can cause, has no return path either, unless the mail server insists on one.
 */
export async function sendLetter(
  letter: Letter,
  sender: Sender,
  addressed: Addressed,
  options: { timeoutMs?: number } = {},
): Promise<DeliveryOutcome> {
  // The door lets in no other; but whatever takes a list for one address would write to all of it.
  if (!isMailAddress(addressed.email))
    return { kind: 'rejected', code: 'no-address', reason: 'It is not one address.' };
  const mail = mailOf(letter, sender, addressed);
  const envelope = { from: sender.from, to: [addressed.email] };
  if (letter.kind === 'taken') {
    const outcome = await sendMail(sender.url, { ...mail, envelope: { ...envelope, from: '' } }, options);
    // Servers that insist on a return path say so at any of their steps; a refusal is surely not taken.
    if (outcome.kind !== 'rejected') return outcome;
  }
  return sendMail(sender.url, { ...mail, envelope }, options);
}

function mailOf(
  { kind, subject, text }: Letter,
  { from, name, replyTo }: Sender,
  { id, threadId, reference, email, mayBeThere }: Addressed,
): OutgoingMail {
  const domain = from.split('@').at(-1);
  const [messageId, thread] = [id, threadId].map((part) => `<${part}@${domain}>`);
  return {
    messageId,
    ...(id !== threadId && { inReplyTo: thread, references: thread }),
    // Names and addresses as parts: as one text, "a@x, b@y" would be two people.
    from: { name, address: from },
    to: { name: '', address: email },
    replyTo: { name, address: replyTo },
    subject,
    text: mayBeThere ? `${TWICE}\n\n${text}` : text,
    // Links that are longer than a line stay whole.
    encoding: 'quoted-printable',
    headers: {
      // A person wrote the answer: no header says so too (RFC 3834, 5.2).
      ...(kind !== 'answer' && { 'Auto-Submitted': 'auto-generated' }),
      'X-Auto-Response-Suppress': NO_AUTOMATIC_ANSWERS,
      'X-Handrail-Reference': reference,
      ...(mayBeThere && { 'X-Handrail-May-Be-Second': 'yes' }),
    },
  };
}

const TWICE =
  'You may have had this letter before: we sent it, heard nothing from the mail server, and sent it again to be sure.';
