import { dateInWords } from '../date-in-words.ts';
import { signature } from '../signature.ts';
import type { About, Letter, Letterhead } from '../letter.ts';

/**
 * "We have your request." It goes to an address that anybody may have typed, so there is no word of theirs in it: no
 * name, no message, no link.
 */
export function takenLetter({ reference, promisedBy, escalation }: About, head: Letterhead): Letter {
  const { site, statusUrl, now } = head;
  const by = dateInWords(promisedBy, site.support.timeZone);
  const isLate = Temporal.Instant.compare(promisedBy, now) < 0;
  const how = escalation.channel === 'email' ? 'writes to you, at this address,' : 'calls you back';
  return {
    kind: 'taken',
    subject: `[${reference}] We have your request`,
    text: [
      'Hello,',
      '',
      `${site.name} has your request. Its reference is ${reference}.`,
      '',
      ...(isLate
        ? [
            `We promised an answer by ${by}. That time is over, and we are sorry that you still wait.`,
            `A person ${how} as soon as one can.`,
          ]
        : [`A person ${how} by`, `${by}.`]),
      '',
      'How it stands, and a place to add something:',
      statusUrl,
      '',
      `In a hurry? Call ${site.contact.phone} and name the reference.`,
      '',
      'You did not write to us? Then somebody mistyped an address. There is nothing for you to do.',
      '',
      ...signature(head),
    ].join('\n'),
  };
}
