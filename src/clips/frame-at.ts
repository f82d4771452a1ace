import { lightAt, type Light } from './light.ts';
import { targetOf } from './labels.ts';
import type { Storyboard } from './storyboard.ts';
import { drawingKind, screenOf, type Shot } from './timeline.ts';

/** All that decides what one picture of the clip looks like: two frames that are equal look the same. */
export type Frame = {
  scene: number;
  /** How far the scene has come up over the end of the one before, below 1. */
  faded?: number;
  /** Between the targets of two scenes; without `from` it comes from where it first stands. */
  pointer?: { from?: number; to: number; share: number };
  /** The label that the pointer is on. */
  hovered?: string;
  /** How far a click has spread, 0 to 1. */
  ring?: number;
  /** How long something has been held, 0 to 1. */
  held?: number;
  typed?: string;
  light?: Light;
  /** How far the bars of the screen are, 0 to 1. */
  bar?: number;
};

const BAR_RESTS_MS = 800;

/** What is to be seen `ms` after the start of the clip. */
export function frameAt(storyboard: Storyboard, shots: readonly Shot[], ms: number): Frame {
  const after = shots.findIndex(({ endMs }) => ms < endMs);
  const scene = after === -1 ? shots.length - 1 : after;
  const shot = shots[scene];
  const shown = storyboard.scenes[scene];
  if (!shot || !shown) throw new Error('A clip without scenes has no frames.');
  const screen = screenOf(storyboard, shown);
  const inSceneMs = ms - shot.startMs;
  const hovered = hoveredAt(storyboard, shots, scene, ms);
  const pointer = pointerAt(storyboard, shots, scene, ms);
  return {
    scene,
    ...(shot.fadesUntilMs !== undefined &&
      ms < shot.fadesUntilMs && { faded: rounded(inSceneMs / (shot.fadesUntilMs - shot.startMs)) }),
    ...(pointer && { pointer }),
    ...(hovered !== undefined && { hovered }),
    ...(shot.ring && isIn(shot.ring, ms) && { ring: shareOf(shot.ring, ms) }),
    ...(shot.holding && ms >= shot.holding.startMs && { held: Math.min(1, shareOf(shot.holding, ms)) }),
    ...(shot.typing && shown.type && { typed: typedAt(shown.type.text, shot.typing, ms) }),
    ...(screen.front && { light: lightAt(screen.front, inSceneMs) }),
    ...(hasBar(screen) && { bar: hundredths(inSceneMs / (shot.endMs - shot.startMs - BAR_RESTS_MS)) }),
  };
}

function pointerAt(storyboard: Storyboard, shots: readonly Shot[], scene: number, ms: number): Frame['pointer'] {
  const before = lastTarget(storyboard, scene);
  const travel = shots[scene]?.travel;
  if (!travel || ms < travel.startMs) return before === undefined ? undefined : { to: before, share: 1 };
  if (ms >= travel.endMs) return { to: scene, share: 1 };
  return { ...(before !== undefined && { from: before }), to: scene, share: eased(shareOf(travel, ms)) };
}

/** The scene whose target the pointer is still at. It leaves with the drawing, and from the Mini after each touch. */
function lastTarget(storyboard: Storyboard, scene: number): number | undefined {
  for (let last = scene - 1; last >= 0; last--) {
    const [here, there] = [storyboard.scenes[last + 1], storyboard.scenes[last]];
    if (!here || !there) return undefined;
    const kind = drawingKind(screenOf(storyboard, there));
    if (kind === 'front' || kind !== drawingKind(screenOf(storyboard, here))) return undefined;
    if (targetOf(there) !== undefined) return last;
  }
  return undefined;
}

/** What lies under the pointer: it stays touched into the next scene, as long as that shows the same screen. */
function hoveredAt({ scenes }: Storyboard, shots: readonly Shot[], scene: number, ms: number): string | undefined {
  const [here, before, travel] = [scenes[scene], scenes[scene - 1], shots[scene]?.travel];
  if (here && travel && ms >= travel.endMs) return targetOf(here);
  const stays = here?.screen === before?.screen && (!travel || ms < travel.startMs);
  return stays && before ? targetOf(before) : undefined;
}

function hasBar({ window, computers }: ReturnType<typeof screenOf>): boolean {
  const blocks = [
    ...(window ? [...window.body, ...(window.beside ?? [])] : []),
    ...(computers ? [...computers.left.body, ...computers.right.body] : []),
  ];
  return blocks.some(({ bar }) => bar !== undefined);
}

function typedAt(text: string, typing: { startMs: number; endMs: number }, ms: number): string {
  const share = Math.min(1, Math.max(0, shareOf(typing, ms)));
  return text.slice(0, Math.round(share * text.length));
}

function isIn({ startMs, endMs }: { startMs: number; endMs: number }, ms: number): boolean {
  return ms >= startMs && ms < endMs;
}

function shareOf({ startMs, endMs }: { startMs: number; endMs: number }, ms: number): number {
  return rounded((ms - startMs) / (endMs - startMs));
}

/** Slow, fast, slow: as a hand moves. */
function eased(share: number): number {
  return rounded(share * share * (3 - 2 * share));
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function hundredths(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}
