import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadText } from '../schema/read-text.ts';

/** Finds texts by their hash among those that the build wrote into `folder`. */
export function builtTextIn(folder: string): (hash: string) => Promise<ReadText | undefined> {
  return async (hash) => {
    const written = await readFile(join(folder, `${hash}.json`), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return written === undefined ? undefined : ReadText.parse(JSON.parse(written));
  };
}
