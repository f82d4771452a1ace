import { questionAdvice as words } from '../strings/en/insights-advice.ts';
import type { SearchInsight } from './search-insight.ts';

/** What a writer can do about it, in a sentence or two. `filesOf` knows the files of an article. */
export function adviceOn(insight: SearchInsight, filesOf: (slug: string) => readonly string[]): string {
  const asked = quoted(insight.question);
  const [first] = insight.articles;
  const article = first && named(first.slug, filesOf(first.slug));
  switch (insight.kind) {
    case 'found-nothing':
      return article ? words.foundWay({ article, asked }) : words.nothingFound(asked);
    case 'opened-nothing':
      return article ? words.othersOpened({ article, asked }) : words.nothingOpened(search(insight.question));
    case 'asked-again':
      if (article) return words.ledTo({ article, asked });
      return insight.thenFound ? words.otherWordsFound({ search: search(insight.then), asked }) : words.neitherFound;
    case 'asked-a-person':
      if (article) return words.askedFrom(article);
      return insight.foundNothing === insight.times
        ? words.nothingFound(asked)
        : words.notAnswered(search(insight.question));
  }
}

/** What readers typed, without what could move the cursor of a terminal or turn the direction of a line. */
export function quoted(typed: string): string {
  const shown = typed.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
  return words.quoted(shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN - 1).toWellFormed()}…` : shown);
}

const MAX_SHOWN = 80;

function named(slug: string, files: readonly string[]): string {
  return files.length === 0 ? slug : words.article({ slug, files });
}

function search(question: string): string {
  return `/search/?q=${encodeURIComponent(question.toWellFormed()).replaceAll('%20', '+')}`;
}
