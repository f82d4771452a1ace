import type { ReviewInsight } from '../schema/insights.ts';
import { reviewAdvice } from '../strings/en/insights-advice.ts';
import type { LiveArticle } from './live-article.ts';

/**
 * Editions that nobody has checked for longer than `reviewEvery` (ISO 8601) by `today` (YYYY-MM-DD), those that most
 * readers voted on first. `votesOn` knows how many votes there are on an article.
 */
export function dueReviews(
  articles: readonly LiveArticle[],
  { today, reviewEvery, votesOn }: { today: string; reviewEvery: string; votesOn: (slug: string) => number },
): ReviewInsight[] {
  return articles
    .flatMap(({ slug, title, editions }) =>
      editions.flatMap(({ file, owner, reviewed, reviewedLine }): ReviewInsight[] => {
        const due = Temporal.PlainDate.from(reviewed).add(reviewEvery);
        if (Temporal.PlainDate.compare(due, today) >= 0) return [];
        const place = reviewedLine === undefined ? file : `${file}:${reviewedLine}`;
        return [
          {
            slug,
            title,
            file,
            ...(reviewedLine !== undefined && { line: reviewedLine }),
            owner,
            reviewed,
            due: due.toString(),
            votes: votesOn(slug),
            whatToDo: reviewAdvice(place),
          },
        ];
      }),
    )
    .sort((a, b) => b.votes - a.votes || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
