import { dev } from 'astro';
import { readContent } from '../articles/read-content.ts';
import { readSettings, setMode } from '../server/settings.ts';
import { runCommand } from './run-command.ts';

// `npm run dev`: the site as it is being written, drafts included; every change of a file shows at once.
await runCommand('dev', async () => {
  // A server that starts on content with mistakes would wait for ever; so they are told, and it ends.
  await readContent(readSettings(process.env).contentDir);
  setMode('development');
  await dev({});
});
