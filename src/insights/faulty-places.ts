import type { Outcome } from '../schema/escalation-event.ts';
import type { FaultyPlace } from '../schema/insights.ts';
import type { ResolvedRequest } from '../server/insights-store.ts';
import { adviceOnPlace } from './article-advice.ts';
import { editionFor, headingNamed, type LiveArticle } from './live-article.ts';

export const FAULTS = ['article-missing', 'article-wrong', 'article-unclear'] as const satisfies readonly Outcome[];

/**
 * Requests that ended with an article that was missing, wrong or unclear, by article and heading, most frequent first.
 * What was named may be gone since, or never have been there: then it says so, and names the nearest that is.
 */
export function faultyPlaces(
  faults: readonly ResolvedRequest[],
  articles: ReadonlyMap<string, LiveArticle>,
): FaultyPlace[] {
  const places = Map.groupBy(faults, (request) => {
    const slug = slugOf(request);
    const article = slug === undefined ? undefined : articles.get(slug);
    const found = article && placeIn(article, request);
    return JSON.stringify([request.outcome, slug, found?.file, found?.line ?? request.heading?.trim().toLowerCase()]);
  });
  return [...places.values()]
    .flatMap((same) => place(same, articles))
    .sort((a, b) => b.times - a.times || (a.latestAt < b.latestAt ? 1 : -1));
}

/** The article that the team named; where they named none, the one from which the customer asked. */
function slugOf({ named, article, outcome }: ResolvedRequest): string | undefined {
  return named ?? (outcome === 'article-missing' ? undefined : article);
}

function place(same: readonly ResolvedRequest[], articles: ReadonlyMap<string, LiveArticle>): FaultyPlace[] {
  const latest = same.reduce<ResolvedRequest | undefined>(
    (last, one) => (last && Temporal.Instant.compare(last.at, one.at) > 0 ? last : one),
    undefined,
  );
  if (!latest) return [];
  const slug = slugOf(latest);
  const article = slug === undefined ? undefined : articles.get(slug);
  const found = article && placeIn(article, latest);
  const fault = {
    outcome: latest.outcome,
    ...(slug !== undefined && { article: slug }),
    ...(article && { title: article.title }),
    ...(latest.heading !== undefined && { heading: found?.heading ?? latest.heading }),
    ...(found && { file: found.file }),
    ...(found?.line !== undefined && { line: found.line }),
    times: same.length,
    readers: readersOf(same),
    latestAt: latest.at.toString(),
  };
  return [{ ...fault, whatToDo: adviceOnPlace(fault, article?.versions ?? []) }];
}

type Place = { file: string; heading?: string; line?: number };

/** In the file of its reader; a heading that is not there may be in that of another version. */
function placeIn(article: LiveArticle, request: ResolvedRequest): Place | undefined {
  const own = editionFor(article, request);
  if (!own) return undefined;
  if (request.heading === undefined) return { file: own.file };
  for (const edition of [own, ...article.editions]) {
    const heading = headingNamed(edition, request.heading);
    if (heading)
      return {
        file: edition.file,
        heading: heading.text,
        ...(heading.line !== undefined && { line: heading.line }),
      };
  }
  return { file: own.file };
}

function readersOf(same: readonly ResolvedRequest[]): FaultyPlace['readers'] {
  return [...Map.groupBy(same, ({ version, audience }) => JSON.stringify([version, audience])).values()]
    .flatMap((alike) => {
      const [first] = alike;
      if (!first) return [];
      const { version, audience } = first;
      const who = { ...(version !== undefined && { version }), ...(audience !== undefined && { audience }) };
      return [{ ...who, times: alike.length }];
    })
    .sort((a, b) => b.times - a.times);
}
