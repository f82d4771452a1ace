import { rm } from 'node:fs/promises';
import { createIndex } from 'pagefind';
import type { RivalArticle } from './search-rival.ts';

/** The articles as plain pages, indexed as Pagefind does without any settings. */
export async function writePagefindIndex(articles: readonly RivalArticle[], folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind made no index.');
  for (const article of articles) {
    const { errors } = await index.addHTMLFile({ url: `/articles/${article.slug}/`, content: pageOf(article) });
    if (errors.length > 0) throw new Error(`Pagefind says of ${article.slug}: ${errors.join(' ')}`);
  }
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
}

function pageOf({ title, text }: RivalArticle): string {
  const paragraphs = text
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${escaped(line)}</p>`);
  return `<!doctype html><html lang="en"><body><h1>${escaped(title)}</h1>${paragraphs.join('\n')}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
