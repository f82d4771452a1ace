import { openIndex, type FetchFile } from './index/open-index.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { Searcher } from './search-answer.ts';
import { count, search } from './search.ts';

/** Thrown by whoever fetches the files of an index where one of them is not there. */
export class MissingFile extends Error {}

/**
 * Answers questions from the index that `fetchFile` reads. It is opened at the first question, or by `open`; where
 * that fails, the next question tries again. A deploy replaces the files of an index that a page has open: then it is
 * opened anew, and asked once more.
 */
export function searcherOver(fetchFile: FetchFile): Searcher & { open: () => Promise<void> } {
  let opening: Promise<SearchIndex> | undefined;
  const open = () =>
    (opening ??= openIndex(fetchFile).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  const ask = async <Answer>(use: (index: SearchIndex) => Promise<Answer>): Promise<Answer> => {
    const asked = open();
    try {
      return await use(await asked);
    } catch (error) {
      if (!(error instanceof MissingFile)) throw error;
      // Another question may have opened it anew meanwhile.
      if (opening === asked) opening = undefined;
      return use(await open());
    }
  };
  return {
    open: async () => void (await open()),
    search: (question, options) => ask((index) => search(index, question, options)),
    count: (question, options) => ask((index) => count(index, question, options)),
  };
}
