import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readStoryboards, type NamedStoryboard } from '../clips/clip-files.ts';
import { findFfmpeg } from '../clips/find-ffmpeg.ts';
import { makeClip } from '../clips/make-clip.ts';
import { webVtt } from '../clips/web-vtt.ts';
import { Mistakes } from '../errors/user-error.ts';
import { PUBLIC_DIR } from '../files/public-dir.ts';
import { readSettings } from '../server/settings.ts';
import { runCommand } from './run-command.ts';

// `npm run clips`: films all storyboards; `npm run clips restore-a-file`: the cuts of one video, `restore-a-file.home`:
// that cut. With `-- --captions` only the captions are written, for which no browser and no ffmpeg is needed.
const MEDIA_FOLDER = join(PUBLIC_DIR, 'videos');

await runCommand('clips', async (words) => {
  const { contentDir, chromiumPath } = readSettings();
  const videosFolder = join(contentDir, 'videos');
  const clips = await readStoryboards(
    join(videosFolder, 'storyboards'),
    words.filter((word) => !word.startsWith('--')),
  );
  for (const clip of clips) await writeCaptions(clip, videosFolder);
  if (words.includes('--captions')) return;
  const ffmpeg = findFfmpeg();
  const browser = await browserForClips(chromiumPath);
  await mkdir(MEDIA_FOLDER, { recursive: true });
  // One after the other: each takes all the power that the machine has.
  for (const { name, storyboard } of clips) {
    for (const file of await makeClip(storyboard, join(MEDIA_FOLDER, name), { ffmpeg, browser })) {
      console.log(`${file}  ${Math.round((await stat(file)).size / 1000)} kB`);
    }
  }
});

async function writeCaptions({ name, storyboard }: NamedStoryboard, folder: string): Promise<void> {
  if (storyboard.makes === 'poster') return;
  const file = join(folder, `${name}.en.vtt`);
  await writeFile(file, webVtt(storyboard));
  console.log(file);
}

/** Playwright is a development dependency, so that it may be missing where the site only runs. */
async function browserForClips(chromiumPath: string | undefined): Promise<string> {
  const { installedBrowser } = await import('./find-browser.ts').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw missing('@playwright/test', 'This package is missing, so no screen can be drawn.', 'Run npm ci.');
  });
  const path = installedBrowser(chromiumPath);
  if (path !== undefined) return path;
  throw missing(
    'chromium',
    'There is no browser to draw the screens in.',
    'Run npx playwright install chromium, or install Chromium and set CHROMIUM_PATH to its program.',
  );
}

function missing(file: string, problem: string, fix: string): Mistakes {
  return new Mistakes('No clip was made.', [{ problem, where: { file }, fix }]);
}
