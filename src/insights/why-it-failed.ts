import type { FailingArticle } from '../schema/insights.ts';
import { REASON_IDS } from '../schema/reasons.ts';
import type { ReasonCount, VoteComment } from '../server/insights-store.ts';
import { withoutPersonalDetails } from '../server/without-personal-details.ts';
import type { Failing } from './failing-articles.ts';

const MOST_COMMENTS = 5;
/** A comment may be as long as a log that was pasted; all of it is in `npm run votes`. */
const MOST_LETTERS = 400;

/** Reasons and comments of those whom an article did not help as it is now; of one page where it is one that fails. */
export function whyItFailed(
  { texts, isOnePage }: Pick<Failing, 'texts' | 'isOnePage'>,
  reasons: readonly ReasonCount[],
  comments: readonly VoteComment[],
): Pick<FailingArticle, 'reasons' | 'comments'> {
  const live = new Set(texts.slice(0, isOnePage ? 1 : undefined).map(({ contentHash }) => contentHash));
  const given = reasons.filter(({ contentHash }) => live.has(contentHash));
  return {
    reasons: REASON_IDS.map((reason) => ({
      reason,
      times: given.reduce((sum, { reasons: all, times }) => sum + (all.includes(reason) ? times : 0), 0),
    }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => b.times - a.times),
    comments: comments
      .filter(({ contentHash }) => live.has(contentHash))
      .flatMap(({ castAt, comment, version, audience }) => {
        const text = inShort(comment);
        const who = { ...(version !== undefined && { version }), ...(audience !== undefined && { audience }) };
        return text === '' ? [] : [{ at: castAt.toString(), text, ...who }];
      })
      .slice(0, MOST_COMMENTS),
  };
}

function inShort(comment: string): string {
  const words = withoutPersonalDetails(comment.slice(0, MOST_LETTERS));
  return comment.length > MOST_LETTERS ? `${words.replace(/\s*\S*$/, '')} …` : words;
}
