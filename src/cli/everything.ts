import { builtEditions } from '../articles/built-editions.ts';
import { insightsSite } from '../articles/insights-site.ts';
import { readContent } from '../articles/read-content.ts';
import { insightsOf } from '../insights/insights-of.ts';
import type { Insights } from '../schema/insights.ts';
import type { Period, Store } from '../server/store.ts';
import { builtContentDir } from './build-stamp.ts';
import type { Format } from './insights-words.ts';
import { insightsTable } from './insights-table.ts';
import { listInsights } from './list-insights.ts';

/** All insights in the format that is wanted. Content with mistakes throws them: nobody could say what its hashes are. */
export async function everything(
  store: Store,
  { contentDir, period, format }: { contentDir: string; period: Period; format: Format },
  now: Temporal.Instant,
): Promise<string> {
  const content = await readContent(contentDir);
  // What readers see is what was built last; where nothing was, what would be.
  const isBuilt = (await builtContentDir()) === contentDir;
  const site = insightsSite(content, isBuilt ? await builtEditions(content.editions) : undefined);
  const { timeZone } = content.site.support;
  const insights = await insightsOf(store, site, period, now.toZonedDateTimeISO(timeZone));
  return written(insights, format, timeZone);
}

function written(insights: Insights, format: Format, timeZone: string): string {
  switch (format) {
    case 'text':
      return `${listInsights(insights, timeZone)}\n`;
    case 'json':
      return `${JSON.stringify(insights, null, 2)}\n`;
    case 'csv':
      return insightsTable(insights);
  }
}
