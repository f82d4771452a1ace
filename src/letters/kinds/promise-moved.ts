import { isSooner } from '../../schema/escalation-event.ts';
import { asWritten } from '../as-written.ts';
import { dateInWords } from '../date-in-words.ts';
import { signature } from '../signature.ts';
import type { About, Act, Letter, Letterhead } from '../letter.ts';

/** The new time and why. Where it is later, an apology names what it is for. */
export function promiseMovedLetter(
  { reference, escalation }: About,
  act: Act<'promise-moved'>,
  head: Letterhead,
): Letter {
  const { site, statusUrl } = head;
  const how = escalation.channel === 'email' ? 'writes to you' : 'calls you back';
  const { subject, opening, inAHurry } = isSooner(act) ? SOONER : LATER;
  return {
    kind: 'promise-moved',
    subject: `[${reference}] ${subject}`,
    text: [
      'Hello,',
      '',
      ...opening(reference),
      '',
      `A person ${how} by`,
      `${dateInWords(Temporal.Instant.from(act.until), site.support.timeZone)}.`,
      '',
      'Why:',
      asWritten(act.text),
      '',
      'How it stands, and a place to add something:',
      statusUrl,
      '',
      `${inAHurry} Call ${site.contact.phone} and name the reference.`,
      '',
      ...signature(head),
    ].join('\n'),
  };
}

const LATER = {
  subject: 'We need longer than we promised',
  opening: (reference: string) => [
    `We promised you an answer to ${reference} by an earlier time, and we cannot keep that time.`,
    'We are sorry that you wait longer than we said.',
  ],
  inAHurry: 'Can it not wait that long?',
};

const SOONER = {
  subject: 'You hear from us sooner than we promised',
  opening: (reference: string) => [`We promised you an answer to ${reference} by a later time. It comes sooner.`],
  inAHurry: 'Does that time not suit you?',
};
