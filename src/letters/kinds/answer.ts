import { signature, writeBack } from '../signature.ts';
import type { About, Act, Letter, Letterhead } from '../letter.ts';

/** What a person of the team wrote, and nothing before it. */
export function answerLetter({ reference }: About, { text }: Act<'answer'>, head: Letterhead): Letter {
  return {
    kind: 'answer',
    subject: `[${reference}] Our answer`,
    text: [
      text.replaceAll('\r\n', '\n').trim(),
      '',
      '--',
      `Your reference: ${reference}`,
      `How it stands: ${head.statusUrl}`,
      writeBack(head),
      `Rather talk? Call ${head.site.contact.phone}.`,
      ...signature(head).slice(1),
    ].join('\n'),
  };
}
