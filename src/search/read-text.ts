import type { ReadText } from '../schema/read-text.ts';
import type { SearchRecord } from './search-records.ts';

/** What a page says, as plain text: the same that search finds in it. */
export function readTextOf({ contentHash, slug, title, summary, sections }: SearchRecord): ReadText {
  return {
    hash: contentHash,
    article: slug,
    title,
    summary,
    sections: sections.map(({ heading, text }) => ({
      ...(heading && { heading: heading.text }),
      lines: text.split('\n').filter((line) => line !== ''),
    })),
  };
}
