/** What every engine is given of an article: its text as Handrail's own index has it, summary and headings included. */
export type RivalArticle = { slug: string; title: string; text: string };

/** Imports one of the packages that were installed for a rival. */
export type Load = (name: string) => Promise<Record<string, unknown>>;

/** One search, or several that differ in no more than how its scores are summed: a name and ten slugs for each. */
export type RivalWay = {
  settings: readonly string[];
  ask: (question: string) => string[][] | Promise<string[][]>;
};

export type RivalIndex = {
  name: string;
  /** What a browser would download before the first answer; no passages to show are in it. */
  serialised: () => string | Promise<string>;
  ways: RivalWay[];
};

/** A search engine that runs in the browser over one index, with all reasonable ways of using it. */
export type SearchRival = {
  name: string;
  /** Packages, newest stable; the first names the version that is printed. */
  packages: readonly string[];
  /** A module with what a page needs of it to open a serialised index and ask. */
  clientCode: string;
  /** One index after the other, so that only one is in memory. */
  indexes: (load: Load, articles: readonly RivalArticle[]) => AsyncGenerator<RivalIndex>;
};
