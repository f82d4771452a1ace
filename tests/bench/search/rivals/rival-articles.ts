import { readContent } from '../../../../src/articles/read-content.ts';
import { eachSearchRecord } from '../../../../src/search/search-records.ts';
import type { RivalArticle } from './search-rival.ts';

/** The articles of a content folder with the text that Handrail's own index is made of. */
export async function rivalArticles(contentDir: string): Promise<RivalArticle[]> {
  const articles = new Map<string, RivalArticle>();
  for (const { slug, title, summary, sections } of eachSearchRecord(await readContent(contentDir))) {
    const texts = sections.flatMap(({ heading, text }) => [heading?.text ?? '', text]);
    // Of an article with several pages the first is what most readers see.
    if (!articles.has(slug)) articles.set(slug, { slug, title, text: [summary, ...texts].filter(Boolean).join('\n') });
  }
  return [...articles.values()];
}
