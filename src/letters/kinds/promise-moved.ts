import { dateInWords } from '../date-in-words.ts';
import { signature } from '../signature.ts';
import type { About, Act, Letter, Letterhead } from '../letter.ts';

/** The new time and why. The apology names what it is for. */
export function promiseMovedLetter(
  { reference, escalation }: About,
  { until, text }: Act<'promise-moved'>,
  head: Letterhead,
): Letter {
  const { site, statusUrl } = head;
  const how = escalation.channel === 'email' ? 'writes to you' : 'calls you back';
  return {
    kind: 'promise-moved',
    subject: `[${reference}] We need longer than we promised`,
    text: [
      'Hello,',
      '',
      `We promised you an answer to ${reference} by an earlier time, and we cannot keep that time.`,
      'We are sorry that you wait longer than we said.',
      '',
      `A person ${how} by`,
      `${dateInWords(Temporal.Instant.from(until), site.support.timeZone)}.`,
      '',
      'Why:',
      text.replaceAll('\r\n', '\n').trim(),
      '',
      'How it stands, and a place to add something:',
      statusUrl,
      '',
      `Can it not wait that long? Call ${site.contact.phone} and name the reference.`,
      '',
      ...signature(head),
    ].join('\n'),
  };
}
