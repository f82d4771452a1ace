import { asWritten } from '../as-written.ts';
import { signature } from '../signature.ts';
import type { About, Act, Letter, Letterhead } from '../letter.ts';

/** Why it happened, what was done, and whether it is mended: only the customer can say that. */
export function resolvedLetter(
  { reference }: About,
  { why, done = '', outcome, article }: Act<'resolved'>,
  head: Letterhead,
): Letter {
  // An article that was wrong or missing is being mended: nobody is sent there.
  const helped = outcome === 'article-solved' && article !== undefined ? article : undefined;
  return {
    kind: 'resolved',
    subject: `[${reference}] Is it mended?`,
    text: [
      'Hello,',
      '',
      `We believe that what you asked us about (${reference}) is mended.`,
      '',
      'Why it happened:',
      asWritten(why),
      '',
      ...(asWritten(done) === '' ? [] : ['What we did:', asWritten(done), '']),
      ...(helped === undefined
        ? []
        : ['The article about it:', `${head.siteUrl}/articles/${encodeURIComponent(helped)}/`, '']),
      'Is it mended? Tell us, with one press:',
      head.statusUrl,
      '',
      'If it is not, say so there: we take it up again, and you explain nothing twice.',
      `You can also call ${head.site.contact.phone}.`,
      '',
      ...signature(head),
    ].join('\n'),
  };
}
