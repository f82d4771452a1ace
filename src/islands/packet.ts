import type { Reason } from '../schema/reasons.ts';
import { packet as words } from '../strings/en/packet.ts';
import { reasons } from '../strings/en/reasons.ts';
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
  /** Where a video stood. */
  moment?: { video: string; second: number } | undefined;
  /** The vote on the article in this visit. */
  vote?: CastVote | undefined;
  browser?: string | undefined;
};

export type CastVote = { helpful: boolean; reasons?: Reason[] | undefined; comment?: string | undefined };

/** What articles and videos are called, by what the packet names them by: for its sentences, and not sent. */
export type Titles = { articles?: Readonly<Record<string, string>>; videos?: Readonly<Record<string, string>> };

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
    ...(visit.moment && { moment: { video: visit.moment.video, second: visit.moment.second } }),
    ...(userAgent && { browser: browserInWords(userAgent) }),
  };
}

/** What the tab remembers the titles of. */
export function titlesOf({ titles, moment }: Visit): Titles {
  return { ...(titles && { articles: titles }), ...(moment && { videos: { [moment.video]: moment.title } }) };
}

export function packetSentences(
  packet: PacketToSend,
  article: ArticleHere | undefined,
  titles: Titles = {},
): PacketPart[] {
  const parts: PacketPart[] = [];
  const add = (part: PacketPart['part'], sentence: string) => parts.push({ part, sentence });
  if (article) {
    const { title, versionLabel: version, audienceTitle: audience } = article;
    add('article', words.article({ title, version, audience }));
  }
  if (packet.steps.length > 0) add('steps', stepsSentence(packet.steps));
  if (packet.choices.length > 0) add('choices', packet.choices.map(words.choice).join(' '));
  if (packet.moment) add('moment', momentSentence(packet.moment, titles));
  if (packet.searches.length > 0) add('searches', words.searched(packet.searches.map(words.search)));
  if (packet.visited.length > 0)
    add('visited', words.visited(packet.visited.map((slug) => visitedInWords(slug, titles))));
  if (packet.vote) add('vote', voteSentence(packet.vote));
  if (packet.browser) add('browser', words.uses(packet.browser));
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
    ...(moment && !struck.has('moment') && { moment }),
    ...(vote && !struck.has('vote') && { vote }),
    ...(browser && !struck.has('browser') && { browser }),
  };
}

function stepsSentence(steps: readonly { text: string; done: boolean }[]): string {
  const done = steps.filter((step) => step.done);
  const next = steps.find((step) => !step.done);
  const last = done.at(-1)?.text.replace(/\.$/, '');
  if (last === undefined) return words.tickedNone;
  return next ? words.ticked({ done: done.length, all: steps.length, last }) : words.tickedAll;
}

function momentSentence({ video, second }: NonNullable<PacketToSend['moment']>, { videos }: Titles): string {
  return words.watched({ title: videos?.[video] ?? wordsOfId(video), until: clockTime(second) });
}

function voteSentence({ helpful, reasons: why = [], comment }: CastVote): string {
  const said = (helpful ? words.helped : words.didNotHelp)(why.map((reason) => reasons[reason]));
  return comment ? `${said} ${words.wrote(comment)}` : said;
}

function visitedInWords(slug: string, { articles }: Titles): string {
  const title = articles?.[slug];
  return title === undefined ? wordsOfId(slug) : words.titled(title);
}

/** Of an article or a video nothing but its id may be known; ids are words with hyphens. */
function wordsOfId(id: string): string {
  return id.replaceAll('-', ' ');
}
