import { noteSearch } from '../../islands/visit.ts';
import { formerSearch, goesOn } from './former-search.ts';

/** A reader who stops typing for this long is reading the answers. */
const REST_MS = 1500;

/** `after`: the search that this one asks again in other words. */
export type SettledSearch = { query: string; results: number; chosen?: string; after?: string };

/**
 * Notes what readers searched for once they settled on it, so that they need not tell it to a person again. Where the
 * site keeps searches, `keep` is called once for each of them: when a result is chosen, when another search follows,
 * or when the reader leaves (`pagehide` of `page`).
 */
export function settledSearch(
  keep?: (search: SettledSearch) => void,
  page: EventTarget = window,
): {
  /** An answer is on the screen; it is noted if it stays there. */
  answered: (query: string, results: number) => void;
  /** The reader typed on. */
  dropped: () => void;
  /** The reader reads the results, or chose one of them. */
  settled: (query: string, results: number, chosen?: string) => void;
  /** The reader asked for all results; their page keeps the search, so it is noted here and not kept twice. */
  handedOn: (query: string, results?: number) => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unkept: SettledSearch | undefined;
  const keepNow = () => {
    if (unkept) keep?.(unkept);
    unkept = undefined;
  };
  const settled = (query: string, results: number, chosen?: string) => {
    clearTimeout(timer);
    const search = { query: query.trim(), results, ...(chosen !== undefined && { chosen }) };
    if (search.query === '') return;
    noteSearch(search);
    if (unkept && !goesOn(unkept.query, search.query)) keepNow();
    const after = keep && formerSearch(search, Date.now());
    unkept = { ...search, ...(after !== undefined && { after }) };
    if (chosen !== undefined) keepNow();
  };

  if (keep) page.addEventListener('pagehide', keepNow);
  return {
    answered(query, results) {
      clearTimeout(timer);
      timer = setTimeout(() => settled(query, results), REST_MS);
    },
    dropped: () => clearTimeout(timer),
    settled,
    handedOn(query, results) {
      clearTimeout(timer);
      if (results !== undefined) settled(query, results);
      if (unkept && goesOn(unkept.query, query.trim())) unkept = undefined;
    },
  };
}
