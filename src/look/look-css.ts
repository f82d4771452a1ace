import type { Site } from '../schema/site.ts';
import { softOf } from './accent.ts';
import { accentsOf } from './accents.ts';
import { hexOf, type Rgb } from './rgb.ts';

/** The tokens that a site changes, to be read after tokens.css; nothing where it changes none. */
export function lookCss(look: Site['look']): string {
  if (!look.accent) return '';
  const { light, dark } = accentsOf(look);
  const both = (name: string, byDay: Rgb, byNight: Rgb) => `--${name}:light-dark(${hexOf(byDay)},${hexOf(byNight)})`;
  const tokens = [both('accent', light, dark), both('accent-soft', softOf('light', light), softOf('dark', dark))];
  return `@layer tokens{:root{${tokens.join(';')}}}`;
}
