import { readSettings } from '../server/settings.ts';
import { buildSite } from './build-site.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

// `npm run build`: the whole site into dist/, or every mistake that stops it.
await stopWithMistakes(() => buildSite(readSettings(process.env)));
