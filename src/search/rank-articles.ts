import type { FoundPage } from './engine.ts';
import type { RankedPage } from './fuse.ts';
import { phraseOf } from './plan.ts';

/** A ranked page that has been fetched. */
export type ReadPage = { ranked: RankedPage; page: FoundPage };

/** Pages with less than a twentieth of the best score share a common word with the question and no more. */
const WORTH_SHOWING = 0.05;

/**
 * One row an article, best first: of its pages the one with the best score. An article whose title is the question,
 * word for word, comes first; then those whose titles hold the whole question.
 */
export function rankArticles(pages: readonly ReadPage[], phrase: string): ReadPage[] {
  const best = new Map<string, ReadPage>();
  for (const read of pages) {
    const other = best.get(read.page.card.slug);
    if (!other || read.ranked.score > other.ranked.score) best.set(read.page.card.slug, read);
  }
  const articles = [...best.values()].sort((a, b) => b.ranked.score - a.ranked.score);
  const least = (articles[0]?.ranked.score ?? 0) * WORTH_SHOWING;
  return articles
    .filter(({ ranked }) => ranked.score >= least)
    .sort((a, b) => likeness(b.page.title, phrase) - likeness(a.page.title, phrase));
}

/** 2: the title is the question; 1: it holds all of it, which only says something of two words or more; 0: neither. */
function likeness(title: string, phrase: string): 0 | 1 | 2 {
  const words = phraseOf(title);
  if (words === phrase) return 2;
  return phrase.includes(' ') && ` ${words} `.includes(` ${phrase} `) ? 1 : 0;
}
