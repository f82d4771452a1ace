import { frameAt, type Frame } from './frame-at.ts';
import type { Storyboard } from './storyboard.ts';
import { FRAME_MS, type Shot } from './timeline.ts';

/** A picture and for how many frames in a row it stands still. */
export type Run = { frame: Frame; frames: number };

/** The whole clip at 25 frames a second, equal neighbours as one: only what moves needs a picture a frame. */
export function stillRuns(storyboard: Storyboard, shots: readonly Shot[]): Run[] {
  const runs: Run[] = [];
  const endMs = shots.at(-1)?.endMs ?? 0;
  for (let ms = 0; ms < endMs; ms += FRAME_MS) {
    const frame = frameAt(storyboard, shots, ms);
    const last = runs.at(-1);
    if (last && JSON.stringify(last.frame) === JSON.stringify(frame)) last.frames += 1;
    else runs.push({ frame, frames: 1 });
  }
  return runs;
}
