import type { Channel } from '../schema/site.ts';
import type { Outcome } from '../schema/escalation-event.ts';
import type { Reason } from '../schema/reasons.ts';
import type { Escalation } from '../schema/escalation.ts';

/** Whom a page was for, as far as the reader's page said it. It may be a version that exists no longer. */
type For = { version?: string; audience?: string };

/** Votes on one text of an article by readers of one version and audience. */
export type VoteCount = For & {
  article: string;
  contentHash: string;
  yes: number;
  no: number;
  firstAt: Temporal.Instant;
  lastAt: Temporal.Instant;
};

/** Votes of one day, in UTC (YYYY-MM-DD). */
export type VoteDay = { day: string; yes: number; no: number };
export type TextVoteDay = VoteDay & { article: string; contentHash: string };

/** How often these reasons were given together by readers who said no. */
export type ReasonCount = { article: string; contentHash: string; reasons: readonly Reason[]; times: number };

export type VoteComment = For & { article: string; contentHash: string; castAt: Temporal.Instant; comment: string };

/** Requests for a person that were opened on one day, in UTC, without those in quarantine. */
export type RequestCount = For & { article: string; day: string; times: number };

/** Requests from articles that were opened on one day, in UTC; `voted` of them by somebody who had voted there. */
export type RequestDay = { day: string; times: number; voted: number };

/** A request as it was resolved last. `named`: the article that the team named. */
export type ResolvedRequest = For & {
  at: Temporal.Instant;
  /** Where it was asked from. */
  article?: string;
  outcome: Outcome;
  named?: string;
  heading?: string;
};

/** A request that an article solved, with what had been searched for before. */
export type SolvedRequest = For & { named: string; searches: Escalation['packet']['searches'] };

/** The first answer to a request, on a day in UTC. Both are counted from when the first promise for it was made. */
export type FirstAnswer = { channel: Channel; day: string; waitedMs: number; promisedMs: number };

/** From `since` up to, but not including, `until`. */
type Period = { since: Temporal.Instant; until: Temporal.Instant };

/**
 * What the store knows of how well articles serve, counted by the database. Part of the store. Long counts are asked
 * for in pieces, so that nobody who asks for a person waits behind them.
 */
export type InsightsStore = {
  /** All votes on `articles` before `until`, by text and reader. */
  voteCounts(articles: readonly string[], until: Temporal.Instant): Promise<VoteCount[]>;
  voteDays(period: Period): Promise<VoteDay[]>;
  textVoteDays(articles: readonly string[], period: Period): Promise<TextVoteDay[]>;
  reasonCounts(articles: readonly string[], until: Temporal.Instant): Promise<ReasonCount[]>;
  /** Comments of those who said no, the latest first, at most `mostEach` of each text. */
  voteComments(articles: readonly string[], until: Temporal.Instant, mostEach: number): Promise<VoteComment[]>;
  /** All requests from `articles` before `until`. */
  requestCounts(articles: readonly string[], until: Temporal.Instant): Promise<RequestCount[]>;
  requestDays(period: Period): Promise<RequestDay[]>;
  /** Requests that were resolved within `period` and for the last time, with one of `outcomes`. */
  resolvedRequests(period: Period, outcomes: readonly Outcome[]): Promise<ResolvedRequest[]>;
  /** Requests that an article solved, which the team named. */
  solvedRequests(period: Period): Promise<SolvedRequest[]>;
  firstAnswers(period: Period): Promise<FirstAnswer[]>;
};
