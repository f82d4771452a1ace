import { readSettings } from '../server/settings.ts';
import { migrateStore } from '../server/stores.ts';
import { runCommand } from './run-command.ts';

// `npm run migrate`: brings the database up to date, as every start does, before or between starts.
await runCommand('migrate', async () => {
  const steps = await migrateStore(readSettings());
  console.log(steps.length === 0 ? 'The database is up to date.' : `The database was changed: ${steps.join(', ')}.`);
});
