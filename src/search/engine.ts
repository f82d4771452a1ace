/** Hard limits of a search, by the names of the index's filters. */
export type Filters = {
  product?: string;
  version?: string;
  audience?: string;
  type?: string;
  topic?: string;
};

/** A page that holds a word. */
export type Found = {
  id: string;
  /** Grows with how much the page is about the word; already weighs how rare the word is. */
  score: number;
  /** Where in the page's text the word stands, counted in words; empty where it stands in title or keywords only. */
  places: readonly number[];
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
  /** JSON of an `ArticleCard`. */
  card: string;
};

/** An index that can be asked for one word at a time: Pagefind's, in a browser or on the server. */
export type Engine = {
  /** Pages in the index. */
  pageCount: number;
  /** Pages that hold a word beginning with `word`, best first, and how many there are without the filters. */
  find: (word: string, filters: Filters) => Promise<{ found: readonly Found[]; unfiltered: number }>;
};
