import { dateFormat } from '../articles/date-format.ts';
import type { Because } from './kept-page.ts';

/** What a page that is a copy says of itself. The search page has no day of its own: what it finds was kept on many. */
export function keptInWords(
  copy: { keptAt: Date; because: Because; isOnline: boolean; isSearch: boolean },
  language: string,
  timeZone?: string,
): string {
  const how = copy.isOnline ? WHEN_ONLINE[copy.because] : 'You are offline.';
  if (copy.isSearch) return `${how} Search looks through what this browser has kept.`;
  return `${how} This is the copy from ${momentInWords(copy.keptAt, language, timeZone)}.`;
}

const WHEN_ONLINE: Readonly<Record<Because, string>> = {
  failed: 'We cannot be reached just now.',
  slow: 'The connection is slow just now.',
};

/** "22 November 2026, 10:40", in the reader's own time zone unless another is named. */
export function momentInWords(moment: Date, language: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = dateFormat(language, { dateStyle: 'long', ...zone });
  const time = dateFormat(language, { timeStyle: 'short', ...zone });
  return `${day.format(moment)}, ${time.format(moment)}`;
}
