import { number } from './number.ts';

/** The home page. */
export const home = {
  openIncidents: (count: number): string =>
    count === 1 ? 'Not working as it should' : 'Several things do not work as they should',
  openSince: (day: string) => `Open since ${day}.`,
  often: 'Often needed',
  byTopic: 'By topic',
  articles: (count: number) => (count === 1 ? '1 article' : `${number(count)} articles`),
  byProduct: 'By product',
  newest: (version: string) => `now ${version}`,
  closedIncidents: 'What went wrong lately',
  mended: (day: string) => `Mended ${day}.`,
};

/** The page of a product. */
export const product = {
  versions: 'Versions',
  version: ({ support, released }: { support: string; released: string }) => `${support}; out since ${released}`,
  current: 'current',
  supported: 'supported',
  supportedUntil: (day: string) => `supported until ${day}`,
  ended: (day: string) => `no longer supported since ${day}`,
};

/** The page of a topic. */
export const topic = {
  empty: 'There is no article on this yet. A person can help: see below.',
};

/** Articles in a list; with a space before what follows. */
export const list = {
  ofProduct: (product: string) => `${product}. `,
};
