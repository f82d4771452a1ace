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
