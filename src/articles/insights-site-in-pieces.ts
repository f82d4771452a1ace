import { setImmediate } from 'node:timers/promises';
import type { InsightsSite } from '../insights/insights-of.ts';
import type { LiveArticle } from '../insights/live-article.ts';
import { editionsBySlug, type Content } from './content.ts';
import { insightsSite } from './insights-site.ts';
import { liveArticles } from './live-articles.ts';

/** So many take some milliseconds. */
const ARTICLES_AT_ONCE = 5;

/** The same as `insightsSite`, for a server: between the articles it answers whoever else asks. */
export async function insightsSiteInPieces(content: Content): Promise<InsightsSite> {
  const all = [...editionsBySlug(content.editions).values()];
  const articles: LiveArticle[] = [];
  for (let index = 0; index < all.length; index += ARTICLES_AT_ONCE) {
    const editions = all.slice(index, index + ARTICLES_AT_ONCE).flat();
    articles.push(...liveArticles({ ...content, editions }));
    await setImmediate();
  }
  return { ...insightsSite({ ...content, editions: [] }), articles };
}
