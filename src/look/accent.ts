import { contrast } from './contrast.ts';
import { fromOklch, toOklch } from './oklch.ts';
import { PALETTE, SURFACES, type Theme } from './palette.ts';
import type { Rgb } from './rgb.ts';

/** Text needs this (WCAG 2.2, 1.4.3); what only has to be told apart needs 3 (1.4.11), and stands on the same surfaces. */
export const NEEDED_RATIO = 4.5;

/** Where an accent is seen, and how well. */
export type Seen = { token: string; against: Rgb; ratio: number };

/** Against every surface that an accent stands on in a theme, and against the text on it; the worst first. */
export function seenIn(theme: Theme, accent: Rgb): Seen[] {
  const against: [string, Rgb][] = [
    ...SURFACES.map((token): [string, Rgb] => [token, PALETTE[theme][token]]),
    ['accent-soft', softOf(theme, accent)],
    ['accent-ink', PALETTE[theme]['accent-ink']],
  ];
  return against
    .map(([token, color]) => ({ token, against: color, ratio: contrast(accent, color) }))
    .sort((a, b) => a.ratio - b.ratio);
}

export function isReadable(theme: Theme, accent: Rgb): boolean {
  return seenIn(theme, accent).every(({ ratio }) => ratio >= NEEDED_RATIO);
}

/**
 * The readable colour whose lightness is nearest, in steps of a thousandth of OKLCH, of the same hue and with as much
 * of the chroma as a screen can show there. Black by day and white by night are readable, so there is always one.
 */
export function nearestReadable(theme: Theme, accent: Rgb): Rgb {
  if (isReadable(theme, accent)) return accent;
  const { lightness, chroma, hue } = toOklch(accent);
  for (let step = 1; step <= 1000; step++) {
    for (const moved of [lightness - step / 1000, lightness + step / 1000]) {
      const color = fromOklch({ lightness: Math.min(1, Math.max(0, moved)), chroma, hue });
      if (isReadable(theme, color)) return color;
    }
  }
  throw new Error(`No accent can be read in the ${theme} theme: the tokens of its surfaces are too far apart.`);
}

/** The accent of a theme for a site that named only that of the other: as light as our own there, else readable. */
export function accentFor(theme: Theme, other: Rgb): Rgb {
  return nearestReadable(theme, fromOklch({ ...toOklch(other), lightness: toOklch(PALETTE[theme].accent).lightness }));
}

/** What is shaded with the accent: as light as our own, and no more coloured than that or the accent. */
export function softOf(theme: Theme, accent: Rgb): Rgb {
  const { chroma, hue } = toOklch(accent);
  const own = toOklch(PALETTE[theme]['accent-soft']);
  return fromOklch({ lightness: own.lightness, chroma: Math.min(own.chroma, chroma), hue });
}
