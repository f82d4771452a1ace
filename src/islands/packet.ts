import { REASONS, type Reason } from '../schema/reasons.ts';
import { clockTime } from '../video/clock-time.ts';
import { browserInWords } from './browser-in-words.ts';
import type { ArticleHere } from './article-here.ts';
import type { Visit } from './visit.ts';

/** What goes along with an escalation, as the HTTP contract has it; every part can be struck out by the reader. */
export type PacketToSend = {
  searches: { query: string; results: number }[];
  visited: string[];
  steps: { text: string; done: boolean }[];
  choices: { question: string; answer: string }[];
  /** Where a video stood; its title is for the sentence and stays in the browser. */
  moment?: { video: string; title?: string; second: number } | undefined;
  /** The vote on the article in this visit. */
  vote?: CastVote | undefined;
  browser?: string | undefined;
};

export type CastVote = { helpful: boolean; reasons?: Reason[] | undefined; comment?: string | undefined };

/** A part of the packet, as a sentence that the reader can strike out. */
export type PacketPart = { part: 'article' | keyof PacketToSend; sentence: string };

export const PACKET_PARTS: readonly PacketPart['part'][] = [
  'article',
  'searches',
  'visited',
  'steps',
  'choices',
  'vote',
  'moment',
  'browser',
];

/** What the tab remembers of this visit, as it is sent along with a question about `article`. */
export function packetOf(visit: Visit, article: ArticleHere | undefined, userAgent: string | undefined): PacketToSend {
  return {
    searches: visit.searches.map(({ query, results }) => ({ query, results })),
    visited: visit.visited.filter((slug) => slug !== article?.slug),
    steps: article ? (visit.steps[article.slug] ?? []) : [],
    choices: article ? (visit.choices[article.slug] ?? []) : [],
    ...(visit.moment && { moment: visit.moment }),
    ...(userAgent && { browser: browserInWords(userAgent) }),
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
  if (packet.moment) add('moment', momentSentence(packet.moment));
  if (packet.searches.length > 0) add('searches', `You searched for ${packet.searches.map(searchInWords).join(', ')}.`);
  if (packet.visited.length > 0)
    add('visited', `You also looked at ${packet.visited.map((slug) => slug.replaceAll('-', ' ')).join(', ')}.`);
  if (packet.vote) add('vote', voteSentence(packet.vote));
  if (packet.browser) add('browser', `You use ${packet.browser}.`);
  return parts;
}

/** The packet without the parts that the reader struck out. */
export function withoutParts(packet: PacketToSend, struck: ReadonlySet<PacketPart['part']>): PacketToSend {
  const { browser, moment, vote, ...rest } = packet;
  return {
    searches: struck.has('searches') ? [] : rest.searches,
    visited: struck.has('visited') ? [] : rest.visited,
    steps: struck.has('steps') ? [] : rest.steps,
    choices: struck.has('choices') ? [] : rest.choices,
    ...(moment && !struck.has('moment') && { moment: { video: moment.video, second: moment.second } }),
    ...(vote && !struck.has('vote') && { vote }),
    ...(browser && !struck.has('browser') && { browser }),
  };
}

function stepsSentence(steps: readonly { text: string; done: boolean }[]): string {
  const done = steps.filter((step) => step.done);
  const next = steps.find((step) => !step.done);
  if (done.length === 0) return 'You ticked off none of the steps.';
  const last = done.at(-1)?.text.replace(/\.$/, '');
  const ticked = `You ticked off ${done.length} of ${steps.length} steps`;
  return next ? `${ticked}, the last one “${last}”.` : `You ticked off every step.`;
}

function momentSentence({ video, title, second }: NonNullable<PacketToSend['moment']>): string {
  return `You watched “${title ?? video.replaceAll('-', ' ')}” up to ${clockTime(second)}.`;
}

function voteSentence({ helpful, reasons = [], comment }: CastVote): string {
  const said = helpful ? 'You said that the article helped' : 'You said that the article did not help';
  const why = reasons.map((reason) => REASONS[reason]).join('; ');
  return `${said}${why && `: ${why}`}.${comment ? ` You wrote: “${comment}”` : ''}`;
}

function searchInWords({ query, results }: { query: string; results: number }): string {
  return `“${query}” (${results === 0 ? 'nothing found' : results === 1 ? '1 result' : `${results} results`})`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
