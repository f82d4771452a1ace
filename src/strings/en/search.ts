import { lowerFirst } from '../lower-first.ts';

/** How much was found: above results, and read out by screen readers. */
export const found = {
  noWord: (question: string) => `There is no word in “${question}” to search for. Tell us in a few words what happens.`,
  nothing: (question: string) => `Nothing matches “${question}”.`,
  nothingWithinLimits: (question: string) => `Nothing matches “${question}” within the limits that you chose.`,
  articles: (count: number, question: string) =>
    count === 1 ? `1 article for “${question}”` : `${count} articles for “${question}”`,
  best: (count: number, question: string) => `The ${count} best articles for “${question}”`,
  /** `more`: there are further ones that were not counted. */
  withoutLimits: ({ count, more }: { count: number; more: boolean }) => {
    const articles = count === 1 ? '1 article' : `${count} articles`;
    if (more) return `Without the limits that you chose there are more than ${articles}.`;
    return `Without the limits that you chose there ${count === 1 ? 'is' : 'are'} ${articles}.`;
  },
  offline: 'You are offline, so search could not be loaded. Try again when you are back.',
  failed: 'Search could not be loaded. Try again, or go on one of the other ways.',
  /** A long question is named by its beginning. */
  beginning: (text: string) => `${text}…`,
};

/** What was made of a question. */
export const understoodAs = {
  beginning: 'That is a long text, so we searched for what its beginning says.',
  literal: 'Searched for the words exactly as typed.',
  notLiteral: 'Search with typing errors corrected',
  repaired: 'Searched for <words/>.',
  asTyped: (words: string) => `Search for ${words} instead`,
  leftOut: (count: number): string =>
    count === 1
      ? 'No article contains <words/>, so we searched without it.'
      : 'No article contains <words/>, so we searched without them.',
  version: (number: string) => `version ${number}`,
  inVersion: (version: string) => `Searched in ${version}, because you named it.`,
  productFirst: (product: string) => `Articles for ${product} first, because you named it.`,
  productCounts: (product: string) => `You named ${product}, so its articles count for more.`,
  only: (name: string) => `Only ${name}`,
  forOthers: 'These are all for another version or other readers. Each says which.',
};

/** Whom alone a result is for. */
export const onlyFor = {
  /** The title of an audience within the line. */
  audience: lowerFirst,
  versions: (versions: string) => `Only in ${versions}`,
  audiences: (audiences: string) => `Only ${audiences}`,
  versionsAndAudiences: ({ versions, audiences }: { versions: string; audiences: string }) =>
    `Only in ${versions}, ${audiences}`,
};

/** A result. */
export const result = {
  openIncident: 'Open incident:',
  openIncidentOf: (title: string) => `Open incident: ${title}`,
  /** Between whom it is for and the heading above the passage. */
  between: ' · ',
};

/** Where an answer takes its time. */
export const slow = {
  looking: 'Looking …',
  stillLooking: 'Still looking. The connection is slow.',
};

/** The box in which one searches, once it answers. */
export const searchBox = {
  answers: 'Answers',
  allResults: 'Enter shows all results.',
  otherWays: 'Enter leads to other ways to get help.',
  toChoose: 'Down arrow to choose.',
  openPage: 'Press Enter to open the search page.',
  tryAgain: 'Try again',
  formerLabel: 'Searches of this visit',
  former: 'Your searches of this visit.',
  formerCount: (count: number) => (count === 1 ? '1 search of this visit.' : `${count} searches of this visit.`),
  forget: 'Forget these',
  forgotten: 'Forgotten.',
};

/** The key that opens search. */
export const slashKey = {
  on: 'The key / opens search.',
  off: 'The key / no longer opens search.',
  turnOn: 'Turn it on',
  turnOff: 'Turn it off',
};
