import { asWritten } from '../as-written.ts';
import { signature } from '../signature.ts';
import type { About, Act, Letter, Letterhead } from '../letter.ts';

/** An incident is over: why it happened, what was changed, and whether it works again for the customer too. */
export function incidentEndedLetter(
  { reference, state }: About,
  { why, done = '', incident = '' }: Act<'resolved'>,
  head: Letterhead,
): Letter {
  return {
    kind: 'resolved',
    subject: `[${reference}] Is it mended?`,
    text: [
      'Hello,',
      '',
      `You told us that this concerns you too (${reference}), and we believe that it is mended:`,
      `${head.siteUrl}/articles/${encodeURIComponent(incident)}/`,
      '',
      'Why it happened:',
      asWritten(why),
      '',
      ...(asWritten(done) === '' ? [] : ['What we changed:', asWritten(done), '']),
      'We are sorry for the time that it cost you.',
      '',
      ...(state === 'waiting' ? ['What you wrote to us besides is answered by a person, as promised.', ''] : []),
      'Is it mended for you too? Tell us, with one press:',
      head.statusUrl,
      '',
      'If it is not, say so there: then a person takes it up, and you explain nothing twice.',
      `You can also call ${head.site.contact.phone}.`,
      '',
      ...signature(head),
    ].join('\n'),
  };
}
