import { build } from 'astro';
import { readSettings } from '../server/settings.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';
import { writeStamp } from './build-stamp.ts';

// `npm run build`: the whole site into dist/, or every mistake that stops it.
await stopWithMistakes(async () => {
  const settings = readSettings(process.env);
  await build({ logLevel: 'warn' });
  await writeStamp(settings);
});
