import { captionLines } from './caption-lines.ts';
import type { Storyboard } from './storyboard.ts';
import { timeline } from './timeline.ts';

/** Between two captions the screen is empty for a moment, so that the eye sees that the words changed. */
const GAP_MS = 80;

/**
 * The captions of a clip as WebVTT, one cue a scene that says something. A chapter is a note before its first cue:
 * `NOTE chapter: Title`.
 */
export function webVtt(storyboard: Storyboard): string {
  const shots = timeline(storyboard);
  const cues: string[] = [];
  let chapter: string | undefined;
  storyboard.scenes.forEach((scene, index) => {
    const shot = shots[index];
    chapter = scene.chapter ?? chapter;
    if (!shot || scene.say === undefined) return;
    if (chapter !== undefined) cues.push(`NOTE chapter: ${chapter}`);
    chapter = undefined;
    const times = `${timestamp(shot.startMs)} --> ${timestamp(shot.endMs - GAP_MS)}`;
    cues.push([times, ...captionLines(scene.say).map(escapeCue)].join('\n'));
  });
  return `${['WEBVTT', ...cues].join('\n\n')}\n`;
}

/** `00:01:23.400` */
function timestamp(ms: number): string {
  const pad = (number: number, digits = 2) => String(Math.floor(number)).padStart(digits, '0');
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}.${pad(ms % 1000, 3)}`;
}

function escapeCue(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
