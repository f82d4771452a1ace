import type { InsightsSite } from '../insights/insights-of.ts';
import type { Edition } from '../schema/article.ts';
import type { Content } from './content.ts';
import { liveArticles } from './live-articles.ts';

/**
 * What insights have to know of a site; see `liveArticles` for `built`. Every article is read and cut for every reader,
 * so whoever serves many requests keeps it for as long as the content stays the same.
 */
export function insightsSite(content: Content, built?: readonly Edition[]): InsightsSite {
  const { reviewEvery, switches } = content.site;
  return { articles: liveArticles(content, built), reviewEvery, keepsSearches: switches.keepSearches };
}
