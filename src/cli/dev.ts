import { dev } from 'astro';
import { readSettings } from '../server/settings.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

// `npm run dev`: the site as it is being written, drafts included; every change of a file shows at once.
await stopWithMistakes(async () => {
  readSettings(process.env);
  await dev({});
});
