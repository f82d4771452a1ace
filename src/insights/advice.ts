import type { SearchInsight } from './search-insight.ts';

/** What a writer can do about it, in a sentence or two. `filesOf` knows the files of an article. */
export function adviceOn(insight: SearchInsight, filesOf: (slug: string) => readonly string[]): string {
  const asked = quoted(insight.question);
  const [first] = insight.articles;
  const article = first && named(first.slug, filesOf(first.slug));
  switch (insight.kind) {
    case 'found-nothing':
      return article
        ? `Those who found their way opened ${article}. Add ${asked} to its keywords.`
        : `No article was found for ${asked}. Write one, or add these words to the keywords of the one that answers it.`;
    case 'opened-nothing':
      return article
        ? `Others who asked opened ${article}. Let its title and summary say ${asked}, if it answers that.`
        : `See what ${search(insight.question)} shows. Let the title and summary of the article that answers say these words, or write that article.`;
    case 'asked-again':
      if (article) return `The other words led to ${article}. Add ${asked} to its keywords.`;
      return insight.thenFound
        ? `See what ${search(insight.then)} shows. Add ${asked} to the keywords of the article that answers, or write it.`
        : `Neither wording found anything. Write that article, or add both to the keywords of the one that answers.`;
    case 'asked-a-person':
      if (article)
        return `They asked for a person from ${article}. Read it with this question in mind: what is missing?`;
      return insight.foundNothing === insight.times
        ? `No article was found for ${asked}. Write one, or add these words to the keywords of the one that answers it.`
        : `See what ${search(insight.question)} shows, and add what it does not answer.`;
  }
}

/** What readers typed, without what could move the cursor of a terminal or turn the direction of a line. */
export function quoted(typed: string): string {
  const shown = typed.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
  return `"${shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN - 1).toWellFormed()}…` : shown}"`;
}

const MAX_SHOWN = 80;

function named(slug: string, files: readonly string[]): string {
  return files.length === 0 ? slug : `${slug} (${files.join(', ')})`;
}

function search(question: string): string {
  return `/search/?q=${encodeURIComponent(question.toWellFormed()).replaceAll('%20', '+')}`;
}
