import type { FoundPage } from '../found-page.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Posting } from './packed.ts';

/**
 * What search asks of an index. Everything is fetched when it is first needed and kept; what could not be fetched is
 * tried again the next time. All of it rejects where a file cannot be read.
 */
export type SearchIndex = {
  readonly language: string;
  readonly products: readonly NamedProduct[];
  /** Words that mean the same on this site. */
  readonly synonyms: readonly (readonly string[])[];
  readonly pageCount: number;
  /** Words of the text of a page. */
  readonly wordCount: (page: number) => number;
  /** Of a page of average length. */
  readonly averageWordCount: number;
  /** The pages that hold an index word, exactly it; undefined where none does. */
  postings: (indexWord: string) => Promise<readonly Posting[] | undefined>;
  /** Numbers of the pages by value of a filter. */
  filter: (name: string) => Promise<ReadonlyMap<string, readonly number[]>>;
  /** Index words that begin with `beginning`, at least some of them; for what the vocabulary does not hold, such as codes. */
  indexWordsFrom: (beginning: string) => Promise<readonly string[]>;
  /** Words of the site that begin with the first letter of `beginning`; all of them for none. */
  vocabulary: (beginning: string) => Promise<Vocabulary>;
  /** Pages of one article have the same one, for each page of an article that has several. */
  siblings: () => Promise<ReadonlyMap<number, number>>;
  page: (page: number) => Promise<FoundPage>;
};

/** A product, with its versions, newest first; indexes that a browser has kept for long may lack those. */
export type NamedProduct = { id: string; title: string; versions?: readonly NamedVersion[] };

export type NamedVersion = { id: string; label: string };

/** `handrail-entry.json`: what is read first, and never from a cache that may be old. */
export type IndexEntry = {
  /** Names of files within the index's folder. */
  meta: string;
  language: string;
  products: NamedProduct[];
  synonyms: string[][];
  /** Pieces of the list of words, with their first and last word, in ascending order. */
  vocabulary: { first: string; last: string; file: string }[];
};

/** Name of the entry in the index's folder. */
export const ENTRY_FILE = 'handrail-entry.json';
