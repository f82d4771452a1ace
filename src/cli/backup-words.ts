import { Mistakes } from '../errors/user-error.ts';
import type { Settings } from '../server/settings.ts';

const OF_POSTGRES = {
  backup: 'pg_dump --format=custom --file=<file> "$DATABASE_URL"',
  restore: 'pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" <file>',
};

/** The file that was named, and the database. Throws `Mistakes` where none was, or where PostgreSQL has its own way. */
export function backupWords(
  command: 'backup' | 'restore',
  words: readonly string[],
  database: Settings['database'],
): { file: string; path: string } {
  const [file, ...more] = words;
  if (database.kind === 'postgres') {
    const problem = 'The database is PostgreSQL, which has a program of its own for this.';
    throw nothing(command, problem, OF_POSTGRES[command].replace('<file>', file ?? 'handrail.dump'));
  }
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    throw nothing(command, 'One file has to be named.', `npm run ${command} -- backups/handrail.db`);
  }
  return { file, path: database.path };
}

function nothing(command: string, problem: string, fix: string): Mistakes {
  return new Mistakes('Nothing was changed.', [{ problem, where: { file: `npm run ${command}` }, fix }]);
}
