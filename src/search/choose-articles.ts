import type { RankedPage } from './rank-pages.ts';
import type { ReaderPages } from './reader-pages.ts';

/** An article that answers, by the one of its pages that is shown. */
export type ChosenArticle = { ranked: RankedPage; fits: boolean };

/** Articles with less than a twentieth of the best score share a common word with the question and no more. */
const WORTH_SHOWING = 0.05;
/** An article about another product has to say twice as much about the question. */
const OTHER_PRODUCT = 0.5;
/** The reader's own page is shown unless another page of the article says more than twice as much. */
const OTHER_PAGE = 0.5;
/** Where all pages are for other versions, one for other readers as well has to say twice as much again. */
const OTHER_AUDIENCE = 0.5;
/** Own articles come before those for other readers, unless they hardly say anything about the question. */
const HARDLY = 0.15;

/**
 * One row an article, in the order in which they are shown: those that hold the error codes of the question, then
 * those for this reader, then those that are only for others. `holdsCodes` tells the first by their pages.
 */
export function chooseArticles(
  pages: readonly RankedPage[],
  reader: ReaderPages,
  holdsCodes: (page: number) => boolean,
): ChosenArticle[] {
  const articles = new Map<number, ChosenArticle>();
  for (const page of pages) {
    if (!reader.isAllowed(page.page)) continue;
    const score = page.score * (reader.isOwnProduct(page.page) ? 1 : OTHER_PRODUCT);
    const candidate = { ranked: { ...page, score }, fits: reader.fits(page.page) };
    const article = reader.articleOf(page.page);
    articles.set(article, betterOf(articles.get(article), candidate, reader));
  }
  const chosen = [...articles.values()];
  const best = Math.max(0, ...chosen.map(({ ranked }) => ranked.score));
  const tier = ({ ranked, fits }: ChosenArticle) =>
    (holdsCodes(ranked.page) ? 0 : 3) + (!fits ? 1 : ranked.score >= best * HARDLY ? 0 : 2);
  return chosen
    .filter(({ ranked }) => ranked.score >= best * WORTH_SHOWING)
    .map((article) => ({ article, tier: tier(article) }))
    .sort((a, b) => a.tier - b.tier || b.article.ranked.score - a.article.ranked.score)
    .map(({ article }) => article);
}

function betterOf(one: ChosenArticle | undefined, other: ChosenArticle, reader: ReaderPages): ChosenArticle {
  if (!one) return other;
  const worth = ({ ranked, fits }: ChosenArticle) => {
    if (fits) return ranked.score;
    return ranked.score * OTHER_PAGE * (reader.isForAudience(ranked.page) ? 1 : OTHER_AUDIENCE);
  };
  return worth(other) > worth(one) ? other : one;
}
