import type { Outcome } from '../../schema/escalation-event.ts';

/** What a request turned out to be about. */
export const outcomes: Readonly<Record<Outcome, string>> = {
  'article-solved': 'An article solved it',
  'article-missing': 'An article was missing',
  'article-wrong': 'An article was wrong',
  'article-unclear': 'An article was unclear',
  'product-fault': 'A fault in the product',
  other: 'Something else',
};
