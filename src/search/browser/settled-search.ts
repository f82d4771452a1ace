import { noteSearch } from '../../islands/visit.ts';

/** A reader who stops typing for this long is reading the answers. */
const REST_MS = 1500;

/** Notes what readers searched for once they settled on it, so that they need not tell it to a person again. */
export function settledSearch(): {
  /** An answer is on the screen; it is noted if it stays there. */
  answered: (query: string, results: number) => void;
  /** The reader typed on. */
  dropped: () => void;
  /** The reader chose a result, or asked for all of them. */
  settled: (query: string, results: number, chosen?: string) => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled = (query: string, results: number, chosen?: string) => {
    clearTimeout(timer);
    if (query.trim() === '') return;
    noteSearch({ query: query.trim(), results, ...(chosen !== undefined && { chosen }) });
  };
  return {
    answered(query, results) {
      clearTimeout(timer);
      timer = setTimeout(() => settled(query, results), REST_MS);
    },
    dropped: () => clearTimeout(timer),
    settled,
  };
}
