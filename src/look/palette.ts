import { fromHex, type Rgb } from './rgb.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The tokens that an accent is seen on or with; a test holds them against src/styles/tokens.css. */
export const PALETTE = {
  light: {
    paper: color('#fbf9f4'),
    'paper-raised': color('#ffffff'),
    'paper-sunk': color('#f3efe6'),
    'bad-soft': color('#f9e9e6'),
    'warn-soft': color('#f8efdc'),
    'good-soft': color('#e7f1e6'),
    accent: color('#0a5a68'),
    'accent-ink': color('#ffffff'),
    'accent-soft': color('#e3eff0'),
  },
  dark: {
    paper: color('#11151b'),
    'paper-raised': color('#181d25'),
    'paper-sunk': color('#0c0f14'),
    'bad-soft': color('#331a18'),
    'warn-soft': color('#2d2413'),
    'good-soft': color('#16291b'),
    accent: color('#83cbd8'),
    'accent-ink': color('#0b1216'),
    'accent-soft': color('#16292f'),
  },
} satisfies Record<Theme, Record<string, Rgb>>;

/** Links stand on all of these, fields and focus rings on some. */
export const SURFACES = ['paper', 'paper-raised', 'paper-sunk', 'bad-soft', 'warn-soft', 'good-soft'] as const;

function color(hex: string): Rgb {
  const read = fromHex(hex);
  if (!read) throw new Error(`${hex} is not a colour.`);
  return read;
}
