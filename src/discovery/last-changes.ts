import { execFile } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_BYTES = 256 * 1024 * 1024;

/** When each file of the content last changed, by its path as writers see it; ISO 8601. */
export type LastChanges = ReadonlyMap<string, string>;

/** What whoever builds is told where nothing is known of changes. */
export const NO_HISTORY =
  'git tells no history of the content, so pages say when they were checked, not when they changed. ' +
  'A clone with --filter=blob:none has the history, and is small; one with --depth has none.';

/**
 * Asks git once for the last change of every file below the content folder. Empty where there is no git or no
 * repository, and in a shallow clone, where every file seems to have changed with the one commit that is there.
 */
export async function lastChanges(contentDir: string): Promise<LastChanges> {
  const root = resolve(contentDir);
  const git = async (...asked: string[]) =>
    (await run('git', ['-C', root, ...asked], { maxBuffer: MOST_BYTES })).stdout;
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() !== 'false') return new Map();
    // Where renames are looked for, a clone without the earlier texts would fetch all of them.
    const log = await git('log', '--no-renames', '--format=%x00%cI', '--name-only', '--relative', '-z', '--', '.');
    return changesIn(log, basename(root));
  } catch {
    // Pages say when they were checked instead.
    return new Map();
  }
}

/** Reads the log above: the newest commit stands first, so the first time that a file is named counts. */
function changesIn(log: string, folder: string): LastChanges {
  const changes = new Map<string, string>();
  let at: string | undefined;
  for (const word of log.split(/[\0\n]+/).filter(Boolean)) {
    const file = `${folder}/${word}`;
    if (/^\d{4}-\d\d-\d\dT\S+$/.test(word)) at = word;
    else if (at !== undefined && !changes.has(file)) changes.set(file, at);
  }
  return changes;
}
