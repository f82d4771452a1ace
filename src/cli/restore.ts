import { readSettings } from '../server/settings.ts';
import { restoreSqlite } from '../server/store/sqlite-backup.ts';
import { backupWords } from './backup-words.ts';
import { runCommand } from './run-command.ts';

// `npm run restore -- <file>`: puts a backup in the place of the database, while no server runs.
await runCommand('restore', async (words) => {
  const { file, path } = backupWords('restore', words, readSettings().database);
  const stamp = Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '');
  const { escalations, votes, aside } = await restoreSqlite(path, file, `${path}.before-${stamp}`);
  console.log(`${path} holds ${escalations} escalations and ${votes} votes.`);
  if (aside !== undefined) console.log(`What stood there before is in ${aside}.`);
});
