import type { ArticleVotes, FailingArticle, Insights, QuestionInsight } from '../schema/insights.ts';
import type { InsightsStore } from '../server/insights-store.ts';
import type { Period, Store } from '../server/store.ts';
import { adviceOn } from './advice.ts';
import { adviceOnFailing } from './article-advice.ts';
import { dueReviews } from './due-reviews.ts';
import { editsIn } from './edits.ts';
import { bySureness, failing, type Failing } from './failing-articles.ts';
import { FAULTS, faultyPlaces } from './faulty-places.ts';
import { insightsOfEscalations } from './insights-of-escalations.ts';
import { insightsOfSearches, timesOf } from './insights-of-searches.ts';
import { bySlug, type LiveArticle } from './live-article.ts';
import type { SearchInsight } from './search-insight.ts';
import { textHistories } from './text-history.ts';
import { answersByWeek, deflectionByWeek, votesByWeek } from './weeks.ts';
import { whyItFailed } from './why-it-failed.ts';

/** What is known of the site itself. Articles that were deleted are not among these, and what they got is not judged. */
export type InsightsSite = { articles: readonly LiveArticle[]; reviewEvery: string; keepsSearches: boolean };

type AskedOf = Pick<Store, keyof InsightsStore | 'searchCounts' | 'searchesBeforeEscalations' | 'promiseCounts'>;

/** So many are work for a good while. */
const MOST_FAILING = 50;
const MOST_CHARTED = 20;
const COMMENTS_EACH = 5;

/**
 * All that votes, searches and requests say to the writers. Articles are judged by every vote on the text that readers
 * see now, whenever it was cast before the end of `period`; everything else is what happened within it. Days of
 * reviews are those of the time zone of `now`.
 */
export async function insightsOf(
  store: AskedOf,
  site: InsightsSite,
  period: Period,
  now: Temporal.ZonedDateTime,
): Promise<Insights> {
  const articles = bySlug(site.articles);
  const slugs = [...articles.keys()];
  const votes = Map.groupBy(await store.voteCounts(slugs, period.until), ({ article }) => article);
  const requests = Map.groupBy(await store.requestCounts(slugs, period.until), ({ article }) => article);
  const judged = site.articles.map((article) => {
    const histories = textHistories(article, votes.get(article.slug) ?? []);
    return {
      slug: article.slug,
      failing: failing(article, histories, requests.get(article.slug) ?? []),
      edits: editsIn(article, histories, period),
      votes: histories.reduce((sum, { now: { yes, no } }) => sum + yes + no, 0),
    };
  });
  const listed = judged
    .flatMap((each) => each.failing ?? [])
    .sort(bySureness)
    .slice(0, MOST_FAILING);
  const edits = judged.flatMap((each) => each.edits).sort((a, b) => (a.at < b.at ? 1 : -1));
  const faults = faultyPlaces(await store.resolvedRequests(period, FAULTS), articles);
  const votesOn = new Map(judged.map((each) => [each.slug, each.votes]));
  return {
    period: { since: period.since.toString(), until: period.until.toString() },
    failing: await explained(store, listed, faults, period),
    faults,
    edits,
    searches: await searchesIn(store, site, period),
    reviews: dueReviews(site.articles, {
      today: now.toPlainDate().toString(),
      reviewEvery: site.reviewEvery,
      votesOn: (slug) => votesOn.get(slug) ?? 0,
    }),
    promises: await store.promiseCounts(period.since, now.toInstant()),
    deflection: deflectionByWeek(await store.voteDays(period), await store.requestDays(period), period),
    answers: answersByWeek(await store.firstAnswers(period)),
    votes: await votesOver(store, listed, edits, articles, period),
  };
}

async function explained(
  store: AskedOf,
  listed: readonly Failing[],
  faults: Insights['faults'],
  { until }: Period,
): Promise<FailingArticle[]> {
  const slugs = listed.map(({ slug }) => slug);
  const reasons = Map.groupBy(await store.reasonCounts(slugs, until), ({ article }) => article);
  const comments = Map.groupBy(await store.voteComments(slugs, until, COMMENTS_EACH), ({ article }) => article);
  return listed.map((one) => {
    const said = { ...one, ...whyItFailed(one, reasons.get(one.slug) ?? [], comments.get(one.slug) ?? []) };
    const places = faults.filter((fault) => fault.article === one.slug);
    return { ...said, whatToDo: adviceOnFailing(said, places) };
  });
}

async function searchesIn(
  store: AskedOf,
  { articles, keepsSearches }: InsightsSite,
  period: Period,
): Promise<Insights['searches']> {
  const files = new Map(articles.map(({ slug, editions }) => [slug, editions.map(({ file }) => file)]));
  const searches = await store.searchCounts(period);
  const questions = [
    ...insightsOfSearches(searches),
    ...insightsOfEscalations(await store.searchesBeforeEscalations(period)),
  ];
  return {
    areKept: keepsSearches,
    kept: timesOf(searches),
    led: timesOf(searches.filter(({ chosen }) => chosen !== undefined)),
    questions: questions.map((question) =>
      written(
        question,
        adviceOn(question, (slug) => files.get(slug) ?? []),
      ),
    ),
  };
}

function written({ latest, ...question }: SearchInsight, whatToDo: string): QuestionInsight {
  const { at, version, audience } = latest;
  const who = { ...(version !== undefined && { version }), ...(audience !== undefined && { audience }) };
  return { ...question, latest: { at: at.toString(), ...who }, whatToDo };
}

async function votesOver(
  store: AskedOf,
  listed: readonly Failing[],
  edits: Insights['edits'],
  articles: ReadonlyMap<string, LiveArticle>,
  period: Period,
): Promise<ArticleVotes[]> {
  const slugs = [...new Set([...listed, ...edits].map(({ slug }) => slug))].slice(0, MOST_CHARTED);
  const days = Map.groupBy(await store.textVoteDays(slugs, period), ({ article }) => article);
  return slugs.map((slug) => ({
    slug,
    title: articles.get(slug)?.title ?? slug,
    weeks: votesByWeek(days.get(slug) ?? [], period),
    edits: [...new Set(edits.filter((edit) => edit.slug === slug).map(({ at }) => at.slice(0, 10)))].sort(),
  }));
}
