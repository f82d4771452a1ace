import type { Content } from '../../articles/content.ts';
import { insightsOf, type InsightsSite } from '../../insights/insights-of.ts';
import type { Insights } from '../../schema/insights.ts';
import type { Period } from '../store.ts';

/** The periods that the desk shows, in days up to now. */
export const SHOWN_DAYS = [7, 30, 90] as const;
export type ShownDays = (typeof SHOWN_DAYS)[number];

/** What votes, searches and requests say, as the desk shows it: counted at most once a minute for each period. */
export type RecentInsights = (days: ShownDays, content: Content, now: Temporal.ZonedDateTime) => Promise<Insights>;

const KEPT_FOR = { minutes: 1 };

type Counted = { content: Content; countedAt: Temporal.Instant; insights: Promise<Insights> };

/**
 * Keeps what was counted, so that whoever opens the page again, or many at once, cost the database nothing. `siteOf`
 * reads every article; it is asked once for each content, which a server has for life.
 */
export function recentInsights(
  store: Parameters<typeof insightsOf>[0],
  siteOf: (content: Content) => Promise<InsightsSite>,
): RecentInsights {
  const sites = new WeakMap<Content, Promise<InsightsSite>>();
  const counted = new Map<ShownDays, Counted>();
  const siteKept = (content: Content) => {
    const site = sites.get(content) ?? siteOf(content);
    sites.set(content, site);
    site.catch(() => sites.delete(content));
    return site;
  };
  return (days, content, now) => {
    const at = now.toInstant();
    const last = counted.get(days);
    if (last?.content === content && isRecent(last, at)) return last.insights;
    const insights = siteKept(content).then((site) => insightsOf(store, site, lastDays(days, now), now));
    counted.set(days, { content, countedAt: at, insights });
    // What failed is no answer for the next one who asks.
    insights.catch(() => counted.get(days)?.insights === insights && counted.delete(days));
    return insights;
  };
}

/** The shown period that an address asks for. */
export function shownDays(written: string | null): ShownDays {
  return SHOWN_DAYS.find((days) => String(days) === written) ?? 90;
}

function isRecent({ countedAt }: Counted, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(countedAt.add(KEPT_FOR), at) > 0;
}

/** Whole days, with today as the last one. */
function lastDays(days: ShownDays, now: Temporal.ZonedDateTime): Period {
  const tomorrow = now.startOfDay().add({ days: 1 });
  return { since: tomorrow.subtract({ days }).toInstant(), until: tomorrow.toInstant() };
}
