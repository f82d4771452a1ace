import type { Engine, FoundPage, SearchReader } from './engine.ts';
import { fuse, type WordFound } from './fuse.ts';
import { onlyFor } from './only-for.ts';
import { bestPassage, isReallyThere } from './passage.ts';
import { partsOf, planSearch } from './plan.ts';
import { rankArticles, type ReadPage } from './rank-articles.ts';
import type { ResultRow, SearchAnswer, SearchOptions } from './search-answer.ts';

/**
 * Finds the articles that answer `question`, best first. The same function serves the browser and the server.
 * Filters exclude; the reader is only preferred (a filter names the reader too). An empty question has an empty answer;
 * it throws only where the index cannot be read.
 */
export async function search(
  engine: Engine,
  question: string,
  { filters = {}, reader: preferred = {}, limit = 10 }: SearchOptions = {},
): Promise<SearchAnswer> {
  const reader = { ...preferred, ...filters };
  const { words, phrase } = planSearch(question);
  const find = async (word: string) => ({ word, ...(await engine.find(word, filters, reader)) });
  const { articles, known, more } = await readBest(words, find, engine.pageCount, phrase, limit);
  return {
    question,
    words,
    repairs: [],
    unknown: words.filter((word) => ![word, ...partsOf(word)].some((part) => known.includes(part))),
    rows: articles.slice(0, limit).map((article) => rowOf(article, reader)),
    more: articles.length > limit || more,
  };
}

type Find = (word: string) => Promise<WordFound>;
type Best = { articles: ReadPage[]; known: string[]; more: boolean };

/** Fetches pages in the order of their score, until there are enough articles. */
async function readBest(
  words: readonly string[],
  find: Find,
  pageCount: number,
  phrase: string,
  limit: number,
): Promise<Best> {
  let found = await withParts(await Promise.all(words.map(find)), find);
  let ranked = fuse(found, pageCount);
  const read = new Map<string, FoundPage>();
  for (;;) {
    const pages = ranked.flatMap((page) => {
      const text = read.get(page.id);
      return text ? [{ ranked: page, page: text }] : [];
    });
    const articles = rankArticles(pages, phrase);
    const left = ranked.filter(({ id }) => !read.has(id));
    if (left.length === 0 || articles.length >= limit) {
      return { articles, known: found.map(({ word }) => word), more: left.length > 0 };
    }
    const batch = left.slice(0, limit);
    (await Promise.all(batch.map(({ page }) => page()))).forEach((page, index) =>
      read.set(batch[index]?.id ?? '', page),
    );
    const stray = strayWords(found, read);
    if (stray.size > 0) {
      found = await withParts(
        found.map((other) => (stray.has(other.word) ? { ...other, found: [], unfiltered: 0 } : other)),
        find,
      );
      ranked = fuse(found, pageCount);
    }
  }
}

/** Words that were found, and the parts of joined ones that were not. */
async function withParts(found: readonly WordFound[], find: Find): Promise<WordFound[]> {
  const parts = found.filter(({ unfiltered }) => unfiltered === 0).flatMap(({ word }) => partsOf(word));
  const more = await Promise.all(parts.filter((part) => !found.some(({ word }) => word === part)).map(find));
  return [...found, ...more].filter(({ unfiltered }) => unfiltered > 0);
}

/** Words of which nothing that was read holds any: the index had only something shorter. */
function strayWords(found: readonly WordFound[], read: ReadonlyMap<string, FoundPage>): Set<string> {
  const stray = new Set<string>();
  for (const { word, found: pages } of found) {
    const seen = pages.flatMap(({ id, places }) => {
      const page = read.get(id);
      return page && places.length > 0 ? [{ page, places }] : [];
    });
    if (seen.length > 0 && !seen.some(({ page, places }) => isReallyThere(word, page, places))) stray.add(word);
  }
  return stray;
}

function rowOf({ page, ranked }: ReadPage, reader: SearchReader): ResultRow {
  const { parts, heading } = bestPassage(page, ranked.matches);
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
