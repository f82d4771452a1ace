import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Take } from './record.ts';
import { FRAME_MS } from './timeline.ts';

const FRAMES_A_SECOND = 1000 / FRAME_MS;
// Colours as televisions and browsers expect them of such a picture, said in the file as well.
const COLOURS = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const PICTURE = `fps=${FRAMES_A_SECOND},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`;

/**
 * Makes `<path>.webm` (VP9) and `<path>.mp4` (H.264, which begins to play before all of it is there). A key frame at
 * each of `jumpsMs`, so that a link to a moment shows it at once.
 */
export async function encode(
  takes: readonly Take[],
  jumpsMs: readonly number[],
  path: string,
  { ffmpeg, folder }: { ffmpeg: string; folder: string },
): Promise<string[]> {
  const list = join(folder, 'takes.txt');
  await writeFile(list, takeList(takes));
  const input = ['-f', 'concat', '-safe', '0', '-i', list, '-an', '-vf', PICTURE, ...COLOURS];
  const jumps = ['-force_key_frames', jumpsMs.map((ms) => (ms / 1000).toFixed(3)).join(','), '-g', '500'];
  const bare = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'];
  const webm = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '39', '-deadline', 'good', '-cpu-used', '2', '-row-mt', '1'];
  const mp4 = ['-c:v', 'libx264', '-crf', '25', '-preset', 'slow', '-tune', 'animation', '-movflags', '+faststart'];
  await run(ffmpeg, [...input, ...webm, ...jumps, ...bare, `${path}.webm`]);
  await run(ffmpeg, [...input, ...mp4, ...jumps, ...bare, `${path}.mp4`]);
  return [`${path}.webm`, `${path}.mp4`];
}

/** A list for ffmpeg's concat. It forgets how long the last picture stands, unless that is named once more. */
export function takeList(takes: readonly Take[]): string {
  const last = takes.at(-1);
  const lines = takes.map(({ file, frames }) => `file '${file}'\nduration ${(frames * FRAME_MS) / 1000}`);
  return [...lines, ...(last ? [`file '${last.file}'`] : []), ''].join('\n');
}

function run(program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-hide_banner', '-loglevel', 'error', '-y', ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`ffmpeg stopped with ${status} at ${words.at(-1)}: ${said.slice(-2000)}`));
    });
  });
}
