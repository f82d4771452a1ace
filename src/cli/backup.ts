import { dirname, join } from 'node:path';
import { readSettings } from '../server/settings.ts';
import { backUpSqlite } from '../server/store/sqlite-backup.ts';
import { backupWords } from './backup-words.ts';
import { runCommand } from './run-command.ts';

// `npm run backup -- <file>`: a whole copy of the database, also while the server runs.
await runCommand('backup', async (words) => {
  const { secret, database } = readSettings();
  const { file, path } = backupWords('backup', words, database);
  const { escalations, votes } = await backUpSqlite(path, file);
  console.log(`${file} holds ${escalations} escalations and ${votes} votes.`);
  if (secret === undefined) {
    console.log(`Keep a copy of ${join(dirname(path), 'secret')} too: without it the status pages of customers end.`);
  }
});
