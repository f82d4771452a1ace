import { didYouMean } from '../../errors/did-you-mean.ts';
import type { TeamAct } from '../../schema/escalation-event.ts';
import { refused } from '../../strings/en/desk-acts.ts';

/** The slug of an article that was named; whoever has it open pastes its address. */
export function slugIn(typed: string | undefined): string | undefined {
  return /\/articles\/([^/?#\s]+)/.exec(typed ?? '')?.[1] ?? typed;
}

/**
 * What is wrong with the article that a resolution names: the writers would look for it in vain. One that was missing
 * may be called anything, and the one that the customer had `read` was there then.
 */
export function articleMistake(
  act: TeamAct,
  slugs: readonly string[],
  read: string | undefined,
): { problem: string; fix: string } | undefined {
  if (act.kind !== 'resolved' || act.article === undefined || act.outcome === 'article-missing') return undefined;
  if (slugs.includes(act.article) || act.article === read) return undefined;
  return {
    problem: refused.noSuchArticle.problem(act.article),
    fix: `${didYouMean(act.article, slugs)}${refused.noSuchArticle.fix}`,
  };
}
