import { readFile } from 'node:fs/promises';
import type { FetchFile } from './index/open-index.ts';
import type { Searcher } from './search-answer.ts';
import { MissingFile, searcherOver } from './searcher.ts';

/**
 * Searches the index in the folder at `index`, a file: address that ends in a slash, as the browser does. Rejects
 * where there is no index. Open it once and keep it: what has been read stays in memory.
 */
export async function nodeSearcher(index: URL): Promise<Searcher> {
  const searcher = searcherOver(filesBelow(index));
  try {
    await searcher.open();
  } catch (cause) {
    throw new Error(`There is no search index in ${index.href}. Build the site first.`, { cause });
  }
  return searcher;
}

function filesBelow(index: URL): FetchFile {
  return async (path) => {
    try {
      return await readFile(new URL(path, index));
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
      throw new MissingFile(`The search index has no file ${path}.`, { cause });
    }
  };
}
