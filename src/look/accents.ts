import type { Site } from '../schema/site.ts';
import { accentFor } from './accent.ts';
import { PALETTE, type Theme } from './palette.ts';
import { parseColor } from './parse-color.ts';
import type { Rgb } from './rgb.ts';

/** The accent of each theme: as `site.yaml` says, made from the one that it names, or our own. */
export function accentsOf(look: Site['look']): Record<Theme, Rgb> {
  const light = read(look.accent?.light);
  const dark = read(look.accent?.dark) ?? (light && accentFor('dark', light));
  return { light: light ?? PALETTE.light.accent, dark: dark ?? PALETTE.dark.accent };
}

function read(written: string | undefined): Rgb | undefined {
  return written === undefined ? undefined : parseColor(written);
}
