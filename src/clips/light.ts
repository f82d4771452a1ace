import type { Screen } from './screen.ts';

type Front = NonNullable<Screen['front']>;

/** How bright the light is (0 to 1), and how many blinks of this round have been seen. */
export type Light = { brightness: number; blinked: number };

const LIT_MS = 400;
const DARK_MS = 400;
const PAUSE_MS = 1200;
const BREATH_MS = 4000;
/** Breathing is drawn in steps, so that one breath needs few pictures. */
const STEPS = 24;

/** How long the light takes until it does the same again; 0 where it is steady. */
export function lightCycleMs({ light, blinks }: Pick<Front, 'light' | 'blinks'>): number {
  if (light === 'breathing') return BREATH_MS;
  return blinks === undefined ? 0 : PAUSE_MS + blinks * (LIT_MS + DARK_MS);
}

/** The light `ms` after its scene began. Blinking begins dark, with the second half of a pause. */
export function lightAt(front: Pick<Front, 'light' | 'blinks'>, ms: number): Light {
  if (front.light === 'off') return { brightness: 0, blinked: 0 };
  if (front.light === 'breathing') {
    const share = (1 - Math.cos(((ms % BREATH_MS) / BREATH_MS) * 2 * Math.PI)) / 2;
    return { brightness: Math.round((0.08 + 0.92 * share) * STEPS) / STEPS, blinked: 0 };
  }
  if (front.blinks === undefined) return { brightness: 1, blinked: 0 };
  const halfPauseMs = PAUSE_MS / 2;
  const inRoundMs = (ms % lightCycleMs(front)) - halfPauseMs;
  if (inRoundMs < 0) return { brightness: 0, blinked: ms < halfPauseMs ? 0 : front.blinks };
  const blink = Math.floor(inRoundMs / (LIT_MS + DARK_MS));
  if (blink >= front.blinks) return { brightness: 0, blinked: front.blinks };
  const isLit = inRoundMs % (LIT_MS + DARK_MS) < LIT_MS;
  return { brightness: isLit ? 1 : 0, blinked: blink + 1 };
}
