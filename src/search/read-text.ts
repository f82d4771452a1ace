import { articlePages } from '../articles/article-pages.ts';
import { productOf, type Content } from '../articles/content.ts';
import type { ReadText } from '../schema/read-text.ts';
import type { Reader } from '../variants/reader.ts';
import { searchRecords, type SearchRecord } from './search-records.ts';

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

/** All of it, a line each, as it is compared with what the page says today. */
export function linesOf({ title, summary, sections }: ReadText): string[] {
  return [
    title,
    summary,
    ...sections.flatMap(({ heading, lines }) => [...(heading === undefined ? [] : [heading]), ...lines]),
  ];
}

/** What the page of an article for this reader says today; a reader whom it does not serve has the first page. */
export function textToday(content: Content, slug: string, wanted: Partial<Reader>): ReadText | undefined {
  const editions = content.editions.filter((edition) => edition.slug === slug);
  const [first] = editions;
  if (!first) return undefined;
  const { pages } = articlePages(editions, productOf(content, first), content.videos);
  const page =
    pages.find(({ serves }) =>
      serves.some(({ version, audience }) => version === wanted.version && audience === wanted.audience),
    ) ?? pages[0];
  // Records know how the text of a page, and of its videos, is written down.
  const record = searchRecords({ ...content, editions }).find(({ address }) => address === page?.address);
  return record && readTextOf(record);
}
