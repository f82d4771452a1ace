import { access, chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Mistakes } from '../../errors/user-error.ts';
import { newerSteps } from './migrations.ts';
import { isBusy, named } from './sqlite-errors.ts';

/** What a backup holds, so that somebody sees at a glance whether it is the one they mean. */
export type BackedUp = { escalations: number; votes: number };

/**
 * Writes a whole copy of the database at `path` to `file`, also while a server uses it. The copy appears there when it
 * is complete, checked, and on the disk. Throws `Mistakes` where there is nothing to copy, or something in its place.
 */
export async function backUpSqlite(path: string, file: string): Promise<BackedUp> {
  if (!(await exists(path))) throw mistake(path, 'There is no database here.', 'Set DATABASE_URL as for the server.');
  if (await exists(file)) throw mistake(file, 'There is a file of this name already.', 'Choose another name.');
  const draft = `${file}.part`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await rm(draft, { force: true });
    // SQLite writes into an empty file as it is, and nobody else may read what people wrote.
    await (await open(draft, 'wx', 0o600)).close();
    using database = new DatabaseSync(path, { timeout: 5_000 });
    database.prepare('vacuum into ?').run(draft);
    const backedUp = check(draft);
    // SQLite leaves the syncing of a copy to us: https://sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause
    await sync(draft);
    await rename(draft, file);
    await sync(dirname(file));
    return backedUp;
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof Mistakes) throw error;
    throw mistake(file, `It cannot be written (${(error as Error).message}).`, 'Choose a folder with room for it.');
  }
}

/**
 * Puts the backup in `file` in the place of the database at `path`, and keeps what stood there in `aside`. Throws
 * `Mistakes`, with nothing changed, where a server has the database open or the backup is not one that can be used.
 */
export async function restoreSqlite(path: string, file: string, aside: string): Promise<BackedUp & { aside?: string }> {
  if (!(await exists(file))) throw mistake(file, 'There is no such file.', 'Name a file that npm run backup has made.');
  const backedUp = check(file);
  const isReplacing = await exists(path);
  if (isReplacing) {
    assertUnused(path);
    await backUpSqlite(path, aside);
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  using source = new DatabaseSync(file, { readOnly: true });
  // One transaction in the database that is there: an end half-way leaves it as it was, and a server that has just
  // started does not go on writing into a file that is gone.
  await backup(source, path);
  await chmod(path, 0o600);
  return { ...backedUp, ...(isReplacing && { aside }) };
}

/** Throws `Mistakes` where `file` is damaged, no database of ours, or of a newer Handrail. */
function check(file: string): BackedUp {
  let newer: string[];
  try {
    using database = new DatabaseSync(file, { readOnly: true });
    const { quick_check: found } = database.prepare('pragma quick_check').get() as { quick_check: string };
    if (found !== 'ok') throw new Error(found);
    newer = newerSteps(
      database
        .prepare('select name from kysely_migration')
        .all()
        .map((row) => String(row['name'])),
    );
    const count = (table: string) => Number(database.prepare(`select count(*) as rows from ${table}`).get()?.['rows']);
    if (newer.length === 0) return { escalations: count('escalations'), votes: count('votes') };
  } catch (error) {
    const problem = `This is no whole database of Handrail (${(error as Error).message}).`;
    throw mistake(file, problem, 'Name a file that npm run backup has made.');
  }
  const problem = `A newer Handrail made this backup (${newer.join(', ')}); this one would not understand it.`;
  throw mistake(file, problem, 'Restore it with that Handrail, or choose an older backup.');
}

/** Leaving the write-ahead log needs the file for itself, and every open connection holds on to it. */
function assertUnused(path: string): void {
  try {
    using database = new DatabaseSync(path, { timeout: 0 });
    named(() => database.exec('pragma journal_mode = delete'));
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw mistake(path, 'A server has this database open.', 'Stop it, restore, and start it again.');
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function mistake(file: string, problem: string, fix: string): Mistakes {
  return new Mistakes('Nothing was changed.', [{ problem, where: { file }, fix }]);
}
