import { targetOf } from './labels.ts';
import { lightCycleMs } from './light.ts';
import type { Screen } from './screen.ts';
import type { Scene, Storyboard } from './storyboard.ts';

/** When a scene begins and ends, and what moves in it. Times are in milliseconds from the start of the clip. */
export type Shot = {
  startMs: number;
  endMs: number;
  /** Until when this scene comes up over the one before; absent where it is simply there. */
  fadesUntilMs?: number;
  travel?: Span;
  ring?: Span;
  typing?: Span;
  holding?: Span;
};
type Span = { startMs: number; endMs: number };

export const FRAME_MS = 40;
/** Slower than the 17 characters a second that most people can follow, because they look at the screen as well. */
const CHARACTERS_PER_SECOND = 15;
const SHORTEST_MS = 2600;
const FADE_MS = 320;
const BEFORE_TRAVEL_MS = 640;
const TRAVEL_MS = 880;
const HOVER_MS = 480;
const RING_MS = 480;
const CHARACTER_MS = 120;
const AFTER_TYPING_MS = 800;
const HOLDING_MS = 2800;

/** One shot a scene: long enough to read its caption and to see all that happens, in whole frames. */
export function timeline(storyboard: Pick<Storyboard, 'scenes' | 'screens'>): Shot[] {
  const shots: Shot[] = [];
  for (const scene of storyboard.scenes) {
    const before = shots.at(-1);
    const screen = screenOf(storyboard, scene);
    const last = storyboard.scenes[shots.length - 1];
    const startMs = before?.endMs ?? 0;
    const endMs = startMs + lengthMs(scene, screen);
    // A click changes a window at once; from one drawing to another the eye needs a moment.
    const fades = last !== undefined && drawingKind(screenOf(storyboard, last)) !== drawingKind(screen);
    shots.push({
      startMs,
      endMs,
      ...(fades && { fadesUntilMs: startMs + FADE_MS }),
      ...movesOf(scene, startMs, endMs),
    });
  }
  return shots;
}

/** The screen of a scene. Throws where there is none: `readStoryboard` has said so before. */
export function screenOf({ screens }: Pick<Storyboard, 'screens'>, scene: Scene): Screen {
  const screen = screens.find(({ name }) => name === scene.screen);
  if (!screen) throw new Error(`The storyboard has no screen "${scene.screen}".`);
  return screen;
}

function lengthMs(scene: Scene, screen: Screen): number {
  const readingMs = scene.say === undefined ? 0 : (scene.say.length / CHARACTERS_PER_SECOND) * 1000;
  const lengths = [SHORTEST_MS, (scene.seconds ?? 0) * 1000, readingMs, actionMs(scene), screenMs(screen)];
  return Math.ceil(Math.max(...lengths) / FRAME_MS) * FRAME_MS;
}

function actionMs(scene: Scene): number {
  if (targetOf(scene) === undefined) return 0;
  const arrivedMs = BEFORE_TRAVEL_MS + TRAVEL_MS + HOVER_MS;
  if (scene.type) return arrivedMs + RING_MS + scene.type.text.length * CHARACTER_MS + AFTER_TYPING_MS;
  if (scene.hold) return arrivedMs + HOLDING_MS + HOVER_MS;
  return arrivedMs + RING_MS;
}

/** A light that blinks is to be seen whole: all of its blinks, and the pause. */
function screenMs({ front }: Screen): number {
  return front ? lightCycleMs(front) : 0;
}

function movesOf(scene: Scene, startMs: number, endMs: number): Omit<Shot, 'startMs' | 'endMs' | 'fadesUntilMs'> {
  if (targetOf(scene) === undefined) return {};
  const travel = span(startMs + BEFORE_TRAVEL_MS, TRAVEL_MS);
  if (scene.point !== undefined) return { travel };
  const arrivedMs = travel.endMs + HOVER_MS;
  if (scene.hold) return { travel, holding: span(arrivedMs, HOLDING_MS) };
  if (!scene.type) return { travel, ring: span(endMs - RING_MS, RING_MS) };
  const ring = span(arrivedMs, RING_MS);
  return { travel, ring, typing: span(ring.endMs, scene.type.text.length * CHARACTER_MS) };
}

function span(startMs: number, lengthMs: number): Span {
  return { startMs, endMs: startMs + lengthMs };
}

/** Scenes of one kind are one place to the eye: a window opens on the desktop, another title is another page. */
export function drawingKind({ card, front, computers }: Screen): string {
  if (card) return `card ${card.title}`;
  if (front) return 'front';
  return computers ? 'computers' : 'desktop';
}
