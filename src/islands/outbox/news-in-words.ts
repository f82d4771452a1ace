import { news } from '../../strings/en/news.ts';
import { momentWithZone, timeInWords } from '../moment-in-words.ts';
import type { KeptMessage } from './kept-message.ts';

/** Who reads, where and when: what sentences depend on besides the message. */
export type Reader = { isOnline: boolean; now: Date; language: string; timeZone?: string };

/** What became of a message, for a page that its reader opens later. */
export function newsInWords({ writtenAtMs, state }: KeptMessage, reader: Reader): string {
  const written = timeOf(writtenAtMs, reader);
  switch (state.kind) {
    case 'waiting':
      if (!reader.isOnline) return news.waitingOffline(written);
      return state.met === 'busy'
        ? news.waitingBusy({ written, next: timeOf(state.nextTryAtMs, reader) })
        : news.waitingOnline(written);
    case 'sent': {
      const { reference, promisedBy } = state.answer;
      const promised = momentWithZone(promisedBy, reader.now, reader.language, reader.timeZone);
      return news.sent({ written, reference, promised });
    }
    case 'refused': {
      const why = state.errors.map(({ problem, fix }) => `${problem} ${fix}`).join(' ');
      return [news.refused(written), why].filter(Boolean).join(' ');
    }
  }
}

export function takenBackInWords({ writtenAtMs }: KeptMessage, reader: Reader): string {
  return news.takenBack(timeOf(writtenAtMs, reader));
}

function timeOf(writtenAtMs: number, { now, language, timeZone }: Reader): string {
  return timeInWords(new Date(writtenAtMs).toISOString(), now, language, timeZone);
}
