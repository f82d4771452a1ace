import type { APIRoute } from 'astro';
import { siteContent } from '../../../articles/site-content.ts';
import { insightsTable } from '../../../cli/insights-table.ts';
import { shownDays } from '../../../server/desk/recent-insights.ts';

export const prerender = false;

/** The insights of the page beside it, all of them, as a file for a spreadsheet. */
export const GET: APIRoute = async ({ locals, url }) => {
  if (!locals.member) return new Response(null, { status: 401 });
  const content = await siteContent();
  const now = Temporal.Now.zonedDateTimeISO(content.site.support.timeZone);
  const days = shownDays(url.searchParams.get('days'));
  const table = insightsTable(await locals.app.insights(days, content, now));
  return new Response(table, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="insights-${now.toPlainDate().toString()}-${days}-days.csv"`,
    },
  });
};
