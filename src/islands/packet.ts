import type { ArticleHere } from './article-here.ts';
import type { Visit } from './visit.ts';

/** What goes along with an escalation, as the HTTP contract has it; every part can be struck out by the reader. */
export type PacketToSend = {
  searches: { query: string; results: number }[];
  visited: string[];
  steps: { text: string; done: boolean }[];
  choices: { question: string; answer: string }[];
  browser?: string;
};

/** A part of the packet, as a sentence that the reader can strike out. */
export type PacketPart = { part: 'article' | keyof PacketToSend; sentence: string };

export function packetOf(visit: Visit, article: ArticleHere | undefined, browser: string | undefined): PacketToSend {
  return {
    searches: visit.searches.map(({ query, results }) => ({ query, results })),
    visited: visit.visited.filter((slug) => slug !== article?.slug),
    steps: article ? (visit.steps[article.slug] ?? []) : [],
    choices: article ? (visit.choices[article.slug] ?? []) : [],
    ...(browser && { browser }),
  };
}

export function packetSentences(packet: PacketToSend, article: ArticleHere | undefined): PacketPart[] {
  const parts: PacketPart[] = [];
  const add = (part: PacketPart['part'], sentence: string) => parts.push({ part, sentence });
  if (article)
    add('article', `You read “${article.title}” for ${article.versionLabel}, ${lowerFirst(article.audienceTitle)}.`);
  if (packet.steps.length > 0) add('steps', stepsSentence(packet.steps));
  if (packet.choices.length > 0)
    add('choices', packet.choices.map(({ question, answer }) => `“${question}” You answered: ${answer}.`).join(' '));
  if (packet.searches.length > 0) add('searches', `You searched for ${packet.searches.map(searchInWords).join(', ')}.`);
  if (packet.visited.length > 0)
    add('visited', `You also looked at ${packet.visited.map((slug) => slug.replaceAll('-', ' ')).join(', ')}.`);
  if (packet.browser) add('browser', `Your browser says that it is ${packet.browser}.`);
  return parts;
}

/** The packet without the parts that the reader struck out. */
export function withoutParts(packet: PacketToSend, struck: ReadonlySet<PacketPart['part']>): PacketToSend {
  const { browser, ...rest } = packet;
  return {
    searches: struck.has('searches') ? [] : rest.searches,
    visited: struck.has('visited') ? [] : rest.visited,
    steps: struck.has('steps') ? [] : rest.steps,
    choices: struck.has('choices') ? [] : rest.choices,
    ...(browser && !struck.has('browser') && { browser }),
  };
}

function stepsSentence(steps: readonly { text: string; done: boolean }[]): string {
  const done = steps.filter((step) => step.done);
  const next = steps.find((step) => !step.done);
  if (done.length === 0) return 'You ticked off none of the steps.';
  const last = done.at(-1)?.text;
  const ticked = `You ticked off ${done.length} of ${steps.length} steps`;
  return next ? `${ticked}, the last one “${last}”.` : `You ticked off every step.`;
}

function searchInWords({ query, results }: { query: string; results: number }): string {
  return `“${query}” (${results === 0 ? 'nothing found' : results === 1 ? '1 result' : `${results} results`})`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
