import { lowerFirst } from '../lower-first.ts';

/** What goes along with a request, told to the reader who did it. */
export const packet = {
  article: ({ title, version, audience }: { title: string; version: string; audience: string }) =>
    `You read “${title}” for ${version}, ${lowerFirst(audience)}.`,
  tickedNone: 'You ticked off none of the steps.',
  tickedAll: 'You ticked off every step.',
  /** `last` is the text of a step, without its full stop. */
  ticked: ({ done, all, last }: { done: number; all: number; last: string }) =>
    `You ticked off ${done} of ${all} steps, the last one “${last}”.`,
  choice: ({ question, answer }: { question: string; answer: string }) => `“${question}” You answered: ${answer}.`,
  watched: ({ title, until }: { title: string; until: string }) => `You watched “${title}” up to ${until}.`,
  search: ({ query, results }: { query: string; results: number }) =>
    `“${query}” (${results === 0 ? 'nothing found' : results === 1 ? '1 result' : `${results} results`})`,
  searched: (searches: readonly string[]) => `You searched for ${searches.join(', ')}.`,
  titled: (title: string) => `“${title}”`,
  visited: (articles: readonly string[]) => `You also looked at ${articles.join(', ')}.`,
  helped: (why: readonly string[]) => `You said that the article helped${because(why)}.`,
  didNotHelp: (why: readonly string[]) => `You said that the article did not help${because(why)}.`,
  wrote: (comment: string) => `You wrote: “${comment}”`,
  uses: (browser: string) => `You use ${browser}.`,
  /** A name, like those that are one word; the same in every language. */
  samsungInternet: 'Samsung Internet',
  /** "Firefox 145 on Windows" */
  browserOn: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
};

function because(why: readonly string[]): string {
  return why.length > 0 ? `: ${why.join('; ')}` : '';
}
