import { readSettings } from '../server/settings.ts';
import { migrateStore } from '../server/stores.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

// `npm run migrate`: brings the database up to date, as every start does, before or between starts.
await stopWithMistakes(async () => {
  const steps = await migrateStore(readSettings());
  console.log(steps.length === 0 ? 'The database is up to date.' : `The database was changed: ${steps.join(', ')}.`);
});
