import { momentInWords, zoneInWords } from '../moment-in-words.ts';
import type { KeptMessage } from './kept-message.ts';

/** Who reads, where and when: what sentences depend on besides the message. */
export type Reader = { isOnline: boolean; now: Date; language: string; timeZone?: string };

/** What became of a message, for a page that its reader opens later. */
export function newsInWords({ writtenAtMs, state }: KeptMessage, reader: Reader): string {
  const yours = `Your message of ${timeInWords(new Date(writtenAtMs), reader)}`;
  switch (state.kind) {
    case 'waiting':
      return reader.isOnline
        ? `${yours} is kept here: our server has not replied yet. We go on trying. Nothing else to do.`
        : `You are offline. ${yours} is kept here, and we send it when you are back. Nothing else to do.`;
    case 'sent': {
      const { reference, promisedBy } = state.answer;
      const by = momentInWords(promisedBy, reader.now, reader.language, reader.timeZone);
      return `${yours} has been sent. Your reference is ${reference}. A person answers by ${by}, ${zoneInWords(reader.timeZone)}.`;
    }
    case 'refused': {
      const why = state.errors.map(({ problem, fix }) => `${problem} ${fix}`).join(' ');
      return [`${yours} could not be taken as it stands, so it is still here.`, why].filter(Boolean).join(' ');
    }
  }
}

export function takenBackInWords({ writtenAtMs }: KeptMessage, reader: Reader): string {
  return `We took your message of ${timeInWords(new Date(writtenAtMs), reader)} back: it is not sent.`;
}

/** What has just happened to a message that could not be sent, in a heading and a sentence. */
export function keptInWords(reader: Pick<Reader, 'isOnline'>): { heading: string; next: string } {
  return reader.isOnline
    ? {
        heading: 'Our server does not reply. We kept your message here.',
        next: 'That is our fault. We will send it as soon as the server replies. Nothing else to do.',
      }
    : {
        heading: 'You are offline. We kept your message here.',
        next: 'We will send it when you are back. Nothing else to do.',
      };
}

/** "10:40", with the day where it was not today. */
export function timeInWords(moment: Date, { now, language, timeZone }: Omit<Reader, 'isOnline'>): string {
  return momentInWords(moment.toISOString(), now, language, timeZone).replace(/ today$/, '');
}
