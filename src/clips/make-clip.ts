import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from './encode.ts';
import { record } from './record.ts';
import { stillRuns } from './still-runs.ts';
import type { Storyboard } from './storyboard.ts';
import { timeline } from './timeline.ts';

/** Films a storyboard into `<path>.webm`, `<path>.mp4` and `<path>.jpg`, or the poster alone; says which it wrote. */
export async function makeClip(
  storyboard: Storyboard,
  path: string,
  programs: { ffmpeg: string; browser: string },
): Promise<string[]> {
  const shots = timeline(storyboard);
  const poster = `${path}.jpg`;
  const folder = await mkdtemp(join(tmpdir(), 'handrail-clip-'));
  try {
    const takes = await record(storyboard, shots, stillRuns(storyboard, shots), {
      browser: programs.browser,
      folder,
      poster,
    });
    if (storyboard.makes === 'poster') return [poster];
    const jumpsMs = shots.map(({ startMs }) => startMs);
    return [...(await encode(takes, jumpsMs, path, { ffmpeg: programs.ffmpeg, folder })), poster];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
