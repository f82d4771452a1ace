import type { Delivery, HelpDesk, Ticket } from '../help-desk.ts';
import { sendMail } from '../mail/send-mail.ts';

export type MailSettings = { url: string; from: string };
export type SmtpSettings = MailSettings & { kind: 'smtp'; to: string };

/**
 * Sends escalations as mail to one address. A mail server cannot be asked what it has taken, so each try has the same
 * Message-ID, and one that may be the second says so.
 */
export function smtp({ url, from, to }: SmtpSettings, options: { timeoutMs?: number } = {}): HelpDesk {
  return {
    kind: 'smtp',
    title: 'The mail server',
    deliver: (delivery, { mayBeThere }) => sendMail(url, mailOf(delivery, { from, to, mayBeThere }), options),
    add: async (followUp, ticket, { mayBeThere }) => {
      // The request has a mail already: what may be doubled is what this one adds.
      const mail = mailOf({ ...followUp, reference: followUp.mark }, { from, to, mayBeThere });
      const sent = await sendMail(url, { ...mail, ...inThread(followUp, ticket) }, options);
      // What comes next goes on with the first mail, too: mail programs put together what names the same one.
      return sent.kind === 'delivered' ? { kind: 'delivered', ticket } : sent;
    },
  };
}

function mailOf(delivery: Delivery, { from, to, mayBeThere }: { from: string; to: string; mayBeThere: boolean }) {
  const { id, reference, subject, text, requester, fields } = delivery;
  const label =
    `This may be the second mail about ${reference}: ` +
    'an earlier try ended without an answer, and mail cannot be asked whether it arrived.\n\n';
  return {
    messageId: `<${id}@${from.split('@').at(-1)}>`,
    from: { name: 'Handrail', address: from },
    to: { name: '', address: to },
    // Nobody but the desk is ever written to, whatever a reader typed.
    envelope: { from, to: [to] },
    // Names and addresses as parts: as one text, "a@x, b@y" would be two people.
    ...(requester.email !== undefined && { replyTo: { name: requester.name, address: requester.email } }),
    subject,
    text: mayBeThere ? label + text : text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mayBeThere && { 'X-Handrail-May-Be-Second': 'yes' }),
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`X-Handrail-${kebab(name)}`, value])),
    },
  };
}

/** A reply to the first mail (RFC 5322, 3.6.4), with its subject, which some mail programs want to be the same. */
function inThread({ subject }: Delivery, { id }: Ticket) {
  return { subject: `Re: ${subject}`, inReplyTo: id, references: [id] };
}

function kebab(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter}`);
  return words.replace(/^./, (letter) => letter.toUpperCase());
}
