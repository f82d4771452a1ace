import { signature } from '../signature.ts';
import type { About, Letter, Letterhead } from '../letter.ts';

/**
 * "You hear from us when it is mended." Like every first letter it goes to an address that anybody may have typed, so
 * there is no word of theirs in it; and it promises no answer.
 */
export function joinedLetter({ reference, escalation }: About, head: Letterhead): Letter {
  const { site, siteUrl, statusUrl } = head;
  return {
    kind: 'taken',
    subject: `[${reference}] You hear from us when it is mended`,
    text: [
      'Hello,',
      '',
      'Somebody told us that this concerns you too:',
      `${siteUrl}/articles/${encodeURIComponent(escalation.article ?? '')}/`,
      '',
      'We are working on it. We write to you when it is mended, with why it happened and what we changed.',
      'Nobody answers you in person before that.',
      '',
      'How it stands, and a way to a person if you need one:',
      statusUrl,
      '',
      `Your reference is ${reference}. You can also call ${site.contact.phone}.`,
      '',
      'You did not tell us so? Then somebody mistyped an address. There is nothing for you to do.',
      '',
      ...signature(head),
    ].join('\n'),
  };
}
