import { Mistakes } from '../errors/user-error.ts';
import type { Settings } from '../server/settings.ts';
import { WrongWords } from './wrong-words.ts';

const NOTHING_CHANGED = 'Nothing was changed.';
const OF_POSTGRES = {
  backup: 'pg_dump --format=custom --file=<file> "$DATABASE_URL"',
  restore: 'pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" <file>',
};

/**
 * The file that was named, and the database. Throws `WrongWords` where none was, and `Mistakes` where PostgreSQL has its
 * own way.
 */
export function backupWords(
  command: 'backup' | 'restore',
  words: readonly string[],
  database: Settings['database'],
): { file: string; path: string } {
  const [file, ...more] = words;
  const where = { file: `npm run ${command}` };
  if (database.kind === 'postgres') {
    const problem = 'The database is PostgreSQL, which has a program of its own for this.';
    const fix = OF_POSTGRES[command].replace('<file>', file ?? 'handrail.dump');
    throw new Mistakes(NOTHING_CHANGED, [{ problem, where, fix }]);
  }
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    const fix = `npm run ${command} -- backups/handrail.db`;
    throw new WrongWords(NOTHING_CHANGED, [{ problem: 'One file has to be named.', where, fix }]);
  }
  return { file, path: database.path };
}
