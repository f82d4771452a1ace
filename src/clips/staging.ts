import { drawScreen } from './draw/draw-screen.ts';
import { frameAt, type Frame } from './frame-at.ts';
import type { Screen } from './screen.ts';
import type { Staging } from './stage.ts';
import type { Storyboard } from './storyboard.ts';
import { FRAME_MS, screenOf, type Shot } from './timeline.ts';

/** A place on the picture, in pixels from its upper left corner. */
export type Spot = { x: number; y: number };

/** A storyboard with its times, and where the target of each scene lies. */
export type Film = { storyboard: Storyboard; shots: readonly Shot[]; spots: ReadonlyMap<number, Spot> };

const POINTER_STARTS_AT: Spot = { x: 900, y: 560 };

/** What a frame of the clip looks like, in terms of the page. */
export function stagingOf(film: Film, frame: Frame): Staging {
  const { storyboard, shots } = film;
  const scene = storyboard.scenes[frame.scene];
  const before = shots[frame.scene - 1];
  const pointer = frame.pointer && pointerSpot(film, frame.pointer);
  return {
    above: drawScreen(storyboard, frame),
    opacity: frame.faded ?? 1,
    ...(frame.faded !== undefined &&
      before && { below: drawScreen(storyboard, frameAt(storyboard, shots, before.endMs - FRAME_MS)) }),
    ...(pointer && { pointer: { ...pointer, kind: frontOf(storyboard, frame.scene) ? 'finger' : 'arrow' } }),
    ...(frame.ring !== undefined && { ring: { share: frame.ring, isRight: scene?.rightClick !== undefined } }),
    ...(frame.held !== undefined && scene?.hold && { held: heldIn(frame.held, scene.hold.seconds) }),
  };
}

/** The poster is a scene's end without the pointer, the light on; without one that is marked, the first scene's. */
export function stagingOfPoster({ storyboard, shots }: Film): Staging {
  const marked = storyboard.scenes.findIndex(({ poster }) => poster);
  const frame = frameAt(storyboard, shots, (shots[Math.max(0, marked)]?.endMs ?? FRAME_MS) - FRAME_MS);
  const front = frontOf(storyboard, frame.scene);
  const light = front && { brightness: front.light === 'off' ? 0 : 1, blinked: front.blinks ?? 0 };
  return { above: drawScreen(storyboard, { ...frame, ...(light && { light }) }), opacity: 1 };
}

function frontOf(storyboard: Storyboard, index: number): Screen['front'] {
  const scene = storyboard.scenes[index];
  return scene && screenOf(storyboard, scene).front;
}

function pointerSpot({ spots }: Film, { from, to, share }: NonNullable<Frame['pointer']>): Spot {
  const start = (from === undefined ? undefined : spots.get(from)) ?? POINTER_STARTS_AT;
  const end = spots.get(to) ?? POINTER_STARTS_AT;
  return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
}

function heldIn(share: number, seconds: number): { share: number; words: string } {
  const passed = Math.max(1, Math.round(share * seconds));
  return { share, words: passed === 1 ? '1 second' : `${passed} seconds` };
}
