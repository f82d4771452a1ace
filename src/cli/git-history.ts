import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SourceAt } from '../articles/stale-cuts.ts';

const run = promisify(execFile);

/**
 * Asks git what a file of the content said at the end of a day. Undefined outside of a git repository, for a file
 * that was not there yet, and where the history is not at hand (a shallow clone).
 */
export function gitHistory(contentDir: string): SourceAt {
  const beside = dirname(resolve(contentDir));
  return async (file, day) => {
    const path = join(beside, file);
    const git = async (...words: string[]) => (await run('git', ['-C', dirname(path), ...words])).stdout;
    try {
      const commit = (await git('rev-list', '-1', `--before=${day}T23:59:59`, 'HEAD', '--', path)).trim();
      return commit === '' ? undefined : await git('show', `${commit}:./${path.slice(dirname(path).length + 1)}`);
    } catch {
      // No git here, or no repository: the past of the file is not known.
      return undefined;
    }
  };
}
