import { indexWord } from '../search/index/index-word.ts';
import { errorsBetween } from '../search/nearest-word.ts';
import { planSearch } from '../search/plan.ts';
import type { KeywordProposal } from '../schema/keyword-proposal.ts';
import type { KeywordEvidence } from './keyword-evidence.ts';
import { editionFor, type LiveArticle, type LiveEdition } from './live-article.ts';

/** Fewer may all be one person, and what one person types may be a name. */
const FEWEST = 3;
/** Of all searches with the word that ended anywhere, so many have to end on this article. */
const LEAST_SHARE = 0.25;
/** What stands in more articles than this share tells nothing about one. */
const MOST_ARTICLES = 0.25;
const MOST_PROPOSED = 5;
/** Shorter words have too many neighbours to tell an error from a word. */
const TWO_ERRORS_FROM = 8;

/**
 * Words by which readers ask for an article and by which search does not find it: words that ended on it at least three
 * times, that its text does not have in any form, and that are no typing error of one that it has, which search mends.
 * Questions from which something personal was cut are left out whole.
 */
export function proposeKeywords(
  evidence: readonly KeywordEvidence[],
  articles: ReadonlyMap<string, LiveArticle>,
  language: string,
): KeywordProposal[] {
  const asked = evidence.flatMap((each) =>
    wordsOf(each.question, language).map((word) => ({ ...each, word, stem: indexWord(word, language) })),
  );
  const timesAnywhere = new Map<string, number>();
  for (const { stem, times } of asked) timesAnywhere.set(stem, (timesAnywhere.get(stem) ?? 0) + times);
  const knownIn = knownWords(articles, language);
  const tells = ({ stem, times }: { stem: string; times: number }) =>
    times >= FEWEST &&
    times >= LEAST_SHARE * (timesAnywhere.get(stem) ?? 0) &&
    (knownIn.get(stem) ?? 0) <= MOST_ARTICLES * articles.size;
  return [...Map.groupBy(asked, ({ slug }) => slug)]
    .flatMap(([slug, ofArticle]) => {
      const article = articles.get(slug);
      if (!article) return [];
      return [...Map.groupBy(ofArticle, ({ stem }) => stem)]
        .filter(([stem, same]) => tells({ stem, times: timesOf(same) }))
        .flatMap(([, same]) => proposal(article, same, language))
        .sort((a, b) => b.times - a.times || (a.keyword < b.keyword ? -1 : 1))
        .slice(0, MOST_PROPOSED);
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : b.times - a.times));
}

type Asked = KeywordEvidence & { word: string; stem: string };

function proposal(article: LiveArticle, same: readonly Asked[], language: string): KeywordProposal[] {
  const edition = mostAsked(article, same);
  const [first] = same.toSorted((a, b) => b.times - a.times);
  if (!edition || !first || isKnown(first.word, edition, language)) return [];
  const from = (kind: KeywordEvidence['from']) => timesOf(same.filter((each) => each.from === kind));
  return [
    {
      slug: article.slug,
      file: edition.file,
      keyword: first.word,
      times: timesOf(same),
      opened: from('opened'),
      openedLater: from('opened later'),
      solved: from('solved'),
      question: first.question,
    },
  ];
}

/**
 * Words of a question that could be what something is called: not numbers, or a letter or two. Where something personal
 * was cut out, what stands beside it may be a name.
 */
function wordsOf(question: string, language: string): string[] {
  if (question.includes('…')) return [];
  return planSearch(question, { language })
    .words.map(({ word }) => word)
    .filter((word) => /^\p{L}[\p{L}\p{M}\p{N}'-]{2,}$/u.test(word));
}

/** The file that most of those who asked would see. */
function mostAsked(article: LiveArticle, same: readonly Asked[]): LiveEdition | undefined {
  const byEdition = Map.groupBy(same, (asked) => editionFor(article, asked));
  return [...byEdition].sort(([, a], [, b]) => timesOf(b) - timesOf(a))[0]?.[0];
}

function isKnown(word: string, { searchedText }: LiveEdition, language: string): boolean {
  const has = new Set(textWords(searchedText));
  const stems = new Set([...has].map((each) => indexWord(each, language)));
  const parts = word.split(/['-]/).filter((part) => part.length > 1);
  if ([word, parts.join('')].some((form) => stems.has(indexWord(form, language)))) return true;
  if (parts.length > 1 && parts.every((part) => stems.has(indexWord(part, language)))) return true;
  const most = word.length >= TWO_ERRORS_FROM ? 2 : 1;
  return word.length > 3 && [...has].some((each) => each.length > 3 && errorsBetween(word, each, most) <= most);
}

/** In how many articles each word stands, by its stem. */
function knownWords(articles: ReadonlyMap<string, LiveArticle>, language: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { editions } of articles.values()) {
    const words = new Set(editions.flatMap(({ searchedText }) => textWords(searchedText)));
    const stems = new Set([...words].map((word) => indexWord(word, language)));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function textWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function timesOf(all: readonly { times: number }[]): number {
  return all.reduce((sum, { times }) => sum + times, 0);
}
