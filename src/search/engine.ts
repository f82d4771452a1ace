import type { PageCard } from './page-card.ts';

/** Hard limits of a search, by the names of the index's filters. */
export type Filters = {
  product?: string;
  version?: string;
  audience?: string;
  type?: string;
  topic?: string;
};

/** Whom to find answers for; all of it may be unknown. A version means nothing without its product. */
export type SearchReader = { product?: string; version?: string; audience?: string };

/** A page that holds a word. */
export type Found = {
  id: string;
  /** Grows with how much the page is about the word; already weighs how rare the word is. */
  score: number;
  /** Where in the page's text the word stands, counted in words; empty where it stands in title or keywords only. */
  places: readonly number[];
  /** Whether it is the page of its article that the reader should be shown. */
  fits: boolean;
  page: () => Promise<FoundPage>;
};

/** What is known of a page once it has been fetched. */
export type FoundPage = {
  address: string;
  title: string;
  /** Ids, as in `Filters`. */
  product: string;
  /** All of its text, starting with title and summary. Split at white space, it has the places of `Found`. */
  text: string;
  headings: readonly { id: string; text: string; place: number }[];
  card: PageCard;
};

/** An index that can be asked for one word at a time: Pagefind's, in a browser or on the server. */
export type Engine = {
  /** Pages in the index. */
  pageCount: number;
  /** Pages that hold a word beginning with `word`, best first, and how many there are without the filters. */
  find: (word: string, filters: Filters, reader: SearchReader) => Promise<{ found: Found[]; unfiltered: number }>;
};
