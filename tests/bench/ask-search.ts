import type { Question } from './questions.ts';
import type { Milliseconds } from './quantile.ts';

export type SearchAsked = {
  asked: number;
  found: number;
  withoutResult: number;
  broken: string[];
  times: Milliseconds[];
};

const TOP = 10;

/**
 * Asks the search page of a running site, as a reader without JavaScript does. A question counts as found where one
 * of the articles that answer it is among the first ten.
 */
export async function askSearch(
  site: string,
  questions: readonly Question[],
  slugs: ReadonlyMap<string, string>,
): Promise<SearchAsked> {
  const asked: SearchAsked = { asked: questions.length, found: 0, withoutResult: 0, broken: [], times: [] };
  for (const { text, answers } of questions) {
    const startedAt = performance.now();
    const response = await fetch(`${site}/search/?q=${encodeURIComponent(text)}`);
    const html = await response.text();
    asked.times.push(performance.now() - startedAt);
    if (response.status !== 200) {
      asked.broken.push(`The search page answered ${response.status} to "${text}"`);
      continue;
    }
    const results = articlesIn(html).slice(0, TOP);
    if (results.length === 0) asked.withoutResult += 1;
    if (answers.some((id) => results.includes(slugs.get(id) ?? ''))) asked.found += 1;
  }
  return asked;
}

/** Slugs of the articles that the main part of a page leads to, in order. */
function articlesIn(html: string): string[] {
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return [...new Set([...main.matchAll(/href="[^"]*\/articles\/([a-z0-9-]+)\//g)].map(([, slug = '']) => slug))];
}
