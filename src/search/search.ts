import { chooseArticles, type ChosenArticle } from './choose-articles.ts';
import type { SearchReader } from './filters.ts';
import type { FoundPage } from './found-page.ts';
import { findWords, type FoundWords } from './find-words.ts';
import type { SearchIndex } from './index/search-index.ts';
import { namedProduct } from './named-product.ts';
import { onlyFor } from './only-for.ts';
import { bestPassage } from './passage.ts';
import { phraseOf, planSearch, type Plan } from './plan.ts';
import { rankPages } from './rank-pages.ts';
import { readerPages } from './reader-pages.ts';
import type { FilterCounts, ResultRow, SearchAnswer, SearchOptions } from './search-answer.ts';
import { countArticles } from './count-articles.ts';

/**
 * Finds the articles that answer `question`, best first. The same function serves the browser and the server.
 * Filters exclude; the reader is only preferred (a filter names the reader too). An empty question has an empty answer;
 * it rejects only where the index cannot be read.
 */
export async function search(
  index: SearchIndex,
  question: string,
  { filters = {}, reader: preferred = {}, limit = 10, literal = false, unfinished = false }: SearchOptions = {},
): Promise<SearchAnswer> {
  const plan = planSearch(question, { isUnfinished: unfinished });
  const named = filters.product === undefined ? namedProduct(plan.phrase, index.products) : undefined;
  const reader = { ...(named ? readerOf(named.id, preferred) : preferred), ...filters };
  const [found, pages] = await Promise.all([findWords(index, plan, { literal }), readerPages(index, filters, reader)]);
  const articles = chooseArticles(rankPages(found.words, index), pages, holdsAll(plan, found));
  const shown = await withTitles(index, articles.slice(0, limit), plan.phrase);
  return {
    question,
    words: plan.words.map(({ word }) => word),
    repairs: found.repairs,
    unknown: found.unknown,
    ...(named && named.id !== preferred.product && { namedProduct: named }),
    rows: shown.map(({ page, ranked }) => rowOf(page, ranked.matches, reader)),
    more: articles.length > limit,
  };
}

/** For the choices beside the results: how many articles each filter would leave. */
export async function count(
  index: SearchIndex,
  question: string,
  { filters = {}, literal = false }: SearchOptions = {},
): Promise<FilterCounts> {
  const found = await findWords(index, planSearch(question), { literal });
  return countArticles(index, rankPages(found.words, index), filters);
}

/** Versions and audiences that were chosen for one product say nothing about another. */
function readerOf(product: string, preferred: SearchReader): SearchReader {
  const { version: _version, ...others } = preferred;
  return product === preferred.product ? preferred : { ...others, product };
}

/** Tells the pages that hold every error code of the question, where it has any that the site knows. */
function holdsAll({ codes }: Plan, { words }: FoundWords): (page: number) => boolean {
  const known = words.filter(({ word }) => codes.includes(word));
  const pages = known.map(({ postings }) => new Set(postings.map(({ page }) => page)));
  return (page) => pages.every((holding) => holding.has(page));
}

type Shown = ChosenArticle & { page: FoundPage };

/** Reads the pages that are shown. An article whose title is the question, word for word, comes first. */
async function withTitles(index: SearchIndex, articles: readonly ChosenArticle[], phrase: string): Promise<Shown[]> {
  const shown = await Promise.all(
    articles.map(async (article) => ({ ...article, page: await index.page(article.ranked.page) })),
  );
  const isExact = ({ page }: Shown) => phraseOf(page.title) === phrase;
  return [...shown.filter(isExact), ...shown.filter((article) => !isExact(article))];
}

function rowOf(page: FoundPage, matches: ChosenArticle['ranked']['matches'], reader: SearchReader): ResultRow {
  const { parts, heading } = bestPassage(page, matches);
  const label = onlyFor(page, reader);
  return {
    slug: page.card.slug,
    address: page.address,
    title: page.title,
    excerpt: parts,
    ...(heading && { heading: { text: heading.text, address: `${page.address}#${heading.id}` } }),
    product: page.card.product,
    versions: page.card.versions.map(({ label }) => label),
    ...(label !== undefined && { onlyFor: label }),
  };
}
