import { didYouMean } from '../../errors/did-you-mean.ts';
import { headingNamed, type LiveArticle } from '../../insights/live-article.ts';
import type { TeamAct } from '../../schema/escalation-event.ts';
import { refused } from '../../strings/en/desk-acts.ts';

/**
 * What is wrong with the heading that a resolution names: the writers would look for it in vain. It may stand in any
 * edition of the article that is named, or else of the one that the customer had `read`. An article that was missing,
 * or is gone since, may have had any heading.
 */
export function headingMistake(
  act: TeamAct,
  articleOf: (slug: string) => LiveArticle | undefined,
  read: string | undefined,
): { problem: string; fix: string } | undefined {
  if (act.kind !== 'resolved' || !act.heading?.trim() || act.outcome === 'article-missing') return undefined;
  const { heading } = act;
  const slug = act.article ?? read;
  const article = slug === undefined ? undefined : articleOf(slug);
  if (!article || article.editions.some((edition) => headingNamed(edition, heading))) return undefined;
  const headings = [...new Set(article.editions.flatMap((edition) => edition.headings.map(({ text }) => text)))];
  return {
    problem: refused.noSuchHeading.problem({ article: article.slug, heading }),
    fix: `${didYouMean(heading, headings)}${refused.noSuchHeading.fix(headings)}`,
  };
}
