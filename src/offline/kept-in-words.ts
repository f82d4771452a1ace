import { dateFormat } from '../articles/date-format.ts';
import { keptCopy } from '../strings/en/kept-copy.ts';
import type { Because } from './kept-page.ts';

/** What a page that is a copy says of itself. The search page has no day of its own: what it finds was kept on many. */
export function keptInWords(
  copy: { keptAt: Date; because: Because; isOnline: boolean; isSearch: boolean },
  language: string,
  timeZone?: string,
): string {
  const how = copy.isOnline ? keptCopy[copy.because] : keptCopy.offline;
  const what = copy.isSearch ? keptCopy.search : keptCopy.copyFrom(momentInWords(copy.keptAt, language, timeZone));
  return `${how} ${what}`;
}

/** "22 November 2026, 10:40", in the reader's own time zone unless another is named. */
export function momentInWords(moment: Date, language: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = dateFormat(language, { dateStyle: 'long', ...zone });
  const time = dateFormat(language, { timeStyle: 'short', ...zone });
  return keptCopy.moment({ day: day.format(moment), time: time.format(moment) });
}
