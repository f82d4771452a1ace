import type { Filters, SearchReader } from './filters.ts';
import type { OnlyFor } from './only-for.ts';
import type { TextPart } from './passage.ts';
import type { Repair } from './nearest-word.ts';

/** One article that answers, as it is shown: in the box, on the results page, on the server. */
export type ResultRow = {
  slug: string;
  /** The page that fits the reader best. */
  address: string;
  title: string;
  excerpt: TextPart[];
  /** The heading above the passage, where there is one. */
  heading?: { text: string; address: string };
  /** Title of the product. */
  product: string;
  /** Labels of the versions that the page serves, newest first. */
  versions: string[];
  /** Where the page is not for this reader. */
  onlyFor?: OnlyFor;
  /** Open incidents that touch the page. */
  incidents?: { title: string; address: string }[];
};

export type SearchAnswer = {
  question: string;
  /** Words that were searched for, as they stand in the question. */
  words: string[];
  /** Words that were taken for typing errors; empty for a literal search. */
  repairs: Repair[];
  /** Words that no article holds and that were left out. */
  unknown: string[];
  /** The product that the question names, where no filter does: its articles count for more. */
  namedProduct?: { id: string; title: string };
  /** The version that the question names, of `product`, where it is not the reader's already: it is searched in. */
  namedVersion?: { id: string; label: string; product: string };
  /**
   * An exact title first, then what holds the error code; then those for this reader, then those that are only for
   * others, which carry `onlyFor`, then what hardly says anything about the question.
   */
  rows: ResultRow[];
  /** There are further articles beyond the limit. */
  more: boolean;
};

export type SearchOptions = {
  filters?: Filters;
  reader?: SearchReader;
  limit?: number;
  /** Search for the words exactly as typed, without repairing any. */
  literal?: boolean;
  /** The reader is still typing: the last word may be the beginning of one. */
  unfinished?: boolean;
};

/** How many articles a filter would leave, most first; a filter is counted as if it alone were not yet chosen. */
export type FilterCounts = { [Name in keyof Filters]-?: { value: string; count: number }[] };

/** Whoever answers questions: a worker in the browser, the server, the dev server. Both functions reject where the index cannot be read. */
export type Searcher = {
  /** Articles that answer `question`, best first; an empty question has an empty answer. */
  search: (question: string, options?: SearchOptions) => Promise<SearchAnswer>;
  /** For the choices beside the results: of the articles that answer `question`, how many each filter would leave. */
  count: (question: string, options?: SearchOptions) => Promise<FilterCounts>;
};
