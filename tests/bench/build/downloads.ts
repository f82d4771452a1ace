import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { articlePages } from '../../../src/articles/article-pages.ts';
import { editionsBySlug, productOf, type Content } from '../../../src/articles/content.ts';

/** Compressed bytes of the pages of one article: what a reader of one downloads, and one page that holds them all. */
export type Download = { slug: string; pages: number; oneBytes: number; allBytes: number };

const BODY = /(<div class="prose body[^>]*>)([\s\S]*?)(<\/div>\s*<div class="prose end)/;

/** For each article of several pages, from the built site in `client`. */
export async function downloadsOf(content: Content, client: string): Promise<Download[]> {
  const downloads: Download[] = [];
  for (const [slug, editions] of editionsBySlug(content.editions)) {
    const [first] = editions;
    if (!first) continue;
    const { pages } = articlePages(editions, productOf(content, first), content.videos);
    if (pages.length < 2) continue;
    const htmls = await Promise.all(pages.map(({ address }) => readFile(join(client, address, 'index.html'), 'utf8')));
    const bytes = htmls.map(compressedBytes);
    downloads.push({
      slug,
      pages: pages.length,
      oneBytes: bytes.reduce((sum, each) => sum + each, 0) / bytes.length,
      allBytes: compressedBytes(allInOne(htmls)),
    });
  }
  return downloads;
}

/** The first page with the bodies of all in place of its own. */
function allInOne(htmls: readonly string[]): string {
  const bodies = htmls.map((html) => BODY.exec(html)?.[2]);
  if (bodies.includes(undefined)) throw new Error('A page of an article has no body where it was looked for.');
  return (htmls[0] ?? '').replace(BODY, (_whole, start: string, _body, end: string) => start + bodies.join('\n') + end);
}

function compressedBytes(html: string): number {
  return brotliCompressSync(html).byteLength;
}
