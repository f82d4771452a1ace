import { readSettings } from '../server/settings.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './run-command.ts';

// `npm run build`: the whole site into dist/, or every mistake that stops it.
await runCommand('build', () => buildSite(readSettings(process.env)));
