import { chooseArticles, type ChosenArticle } from './choose-articles.ts';
import type { Filters, SearchReader } from './filters.ts';
import type { FoundPage } from './found-page.ts';
import { findWords, type FoundWords } from './find-words.ts';
import type { SearchIndex } from './index/search-index.ts';
import { namedProduct } from './named-product.ts';
import { namedVersion } from './named-version.ts';
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
  const plan = planSearch(question, { language: index.language, isUnfinished: unfinished });
  const { reader, ...named } = whoAsks(index, plan, filters, preferred);
  const [found, pages] = await Promise.all([findWords(index, plan, { literal }), readerPages(index, filters, reader)]);
  const articles = chooseArticles(rankPages(found.words, index), pages, holdsAll(index, plan, found));
  const shown = await exactTitleFirst(index, articles, plan.phrase, limit);
  return {
    question,
    words: plan.words.map(({ word }) => word),
    repairs: found.repairs,
    unknown: found.unknown,
    ...named,
    rows: shown.map(({ page, ranked }) => rowOf(page, ranked.matches, reader, index.language)),
    more: articles.length > limit,
  };
}

/** For the choices beside the results: how many articles each filter would leave. */
export async function count(
  index: SearchIndex,
  question: string,
  { filters = {}, reader: preferred = {}, literal = false }: SearchOptions = {},
): Promise<FilterCounts> {
  const plan = planSearch(question, { language: index.language });
  const found = await findWords(index, plan, { literal });
  const readerWith = (chosen: Filters) => whoAsks(index, plan, chosen, preferred).reader;
  return countArticles(index, rankPages(found.words, index), filters, readerWith);
}

/** The reader that filters and question tell of, before the one who was known. */
function whoAsks(index: SearchIndex, plan: Plan, filters: Filters, preferred: SearchReader) {
  const { products, language } = index;
  const named = filters.product === undefined ? namedProduct(plan.phrase, products, language) : undefined;
  const product = filters.product ?? named?.id;
  const known = product === undefined ? preferred : readerOf(product, preferred);
  const about =
    products.length > 1 ? products.find(({ id }) => id === (filters.product ?? known.product)) : products[0];
  const version = about && filters.version === undefined ? namedVersion(plan.phrase, about, language) : undefined;
  const asking = about && version ? { ...known, product: about.id, version: version.id } : known;
  const isNews = asking.product !== preferred.product || asking.version !== preferred.version;
  return {
    reader: { ...asking, ...filters },
    ...(named && named.id !== preferred.product && { namedProduct: { id: named.id, title: named.title } }),
    ...(about && version && isNews && { namedVersion: { ...version, product: about.id } }),
  };
}

/** Versions and audiences that were chosen for one product say nothing about another. */
function readerOf(product: string, preferred: SearchReader): SearchReader {
  const { version: _version, ...others } = preferred;
  return product === preferred.product ? preferred : { ...others, product };
}

/** What looks like a code and stands on more pages than this share is the name of a product, or a year. */
const RARE = 0.01;
/** On small sites a code may stand on as many pages as this. */
const ALWAYS_RARE = 5;

/** Tells the pages that hold every error code of the question, where it has any that the site knows. */
function holdsAll({ pageCount }: SearchIndex, { codes }: Plan, { words }: FoundWords): (page: number) => boolean {
  const known = words.filter(
    ({ word, postings }) => codes.includes(word) && postings.length <= Math.max(ALWAYS_RARE, pageCount * RARE),
  );
  const pages = known.map(({ postings }) => new Set(postings.map(({ page }) => page)));
  return (page) => pages.every((holding) => holding.has(page));
}

type Shown = ChosenArticle & { page: FoundPage };

/** Articles whose titles are read to see whether one of them is the question. */
const TITLES_READ = 5;

/** The first `limit` articles, with their pages. One whose title is the question, word for word, comes before all. */
async function exactTitleFirst(
  index: SearchIndex,
  articles: readonly ChosenArticle[],
  phrase: string,
  limit: number,
): Promise<Shown[]> {
  const read = async (article: ChosenArticle) => ({ ...article, page: await index.page(article.ranked.page) });
  const candidates = articles.filter(({ ranked }) => ranked.isTitled).slice(0, TITLES_READ);
  const [shown, titled] = await Promise.all([
    Promise.all(articles.slice(0, limit).map(read)),
    Promise.all(candidates.map(read)),
  ]);
  const exact = titled.filter(({ page }) => phraseOf(page.title) === phrase);
  const others = shown.filter(({ ranked }) => exact.every((article) => article.ranked.page !== ranked.page));
  return [...exact, ...others].slice(0, limit);
}

function rowOf(
  page: FoundPage,
  matches: ChosenArticle['ranked']['matches'],
  reader: SearchReader,
  language: string,
): ResultRow {
  const { parts, heading } = bestPassage(page, matches);
  const others = onlyFor(page, reader, language);
  return {
    slug: page.card.slug,
    address: page.address,
    title: page.title,
    excerpt: parts,
    ...(heading && { heading: { text: heading.text, address: `${page.address}#${heading.id}` } }),
    product: page.card.product,
    versions: page.card.versions.map(({ label }) => label),
    ...(others && { onlyFor: others }),
    ...(page.card.incidents && { incidents: page.card.incidents }),
  };
}
