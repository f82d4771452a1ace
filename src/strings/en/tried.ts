import { readers } from './readers.ts';

/** What a reader did before they asked for a person, for whoever answers. */
export const tried = {
  read: ({
    article,
    version,
    audience,
  }: {
    article: string;
    version?: string | undefined;
    audience?: string | undefined;
  }) => {
    const who = readers.one({ version, audience });
    return who === '' ? `Read "${article}".` : `Read "${article}" for ${who}.`;
  },
  searched: ({ query, results }: { query: string; results: number }) =>
    `Searched for "${query}": ${results === 0 ? 'nothing found' : results === 1 ? '1 result' : `${results} results`}.`,
  opened: (articles: readonly string[]) => `Also opened ${articles.join(', ')}.`,
  noStep: (all: number) => `Ticked off none of the ${all} steps.`,
  everyStep: (all: number) => (all === 1 ? 'Ticked off the only step.' : `Ticked off all ${all} steps.`),
  someSteps: ({ done, all, next }: { done: number; all: number; next: string }) =>
    `Ticked off ${done} of ${all} steps; the first one not ticked off is ${atEnd(next)}`,
  chose: ({ question, answer }: { question: string; answer: string }) => `"${question}" Answered ${atEnd(answer)}`,
  stopped: ({ video, at }: { video: string; at: string }) => `Stopped the video "${video}" at ${at}.`,
  /** `why`: the reasons that were ticked. */
  voted: ({ helpful, why, comment }: { helpful: boolean; why: readonly string[]; comment?: string | undefined }) => {
    const reasons = why.length === 0 ? '' : ` (${why.join('; ')})`;
    return `Said that it ${helpful ? 'helped' : 'did not help'}${reasons}${comment ? ` and wrote: ${atEnd(comment)}` : '.'}`;
  },
  uses: (browser: string) => `Uses ${browser}.`,
};

/** Words that bring their own stop along get no second one. */
function atEnd(words: string): string {
  return `"${words}"${/[.!?…]$/.test(words) ? '' : '.'}`;
}
