import type { Site } from '../schema/site.ts';
import { accentsOf } from './accents.ts';
import { hexOf } from './rgb.ts';

/** What a site did not say of its look, and what was taken; undefined where it said all, or nothing. */
export function lookInWords(look: Site['look']): string | undefined {
  if (!look.accent || look.accent.dark !== undefined) return undefined;
  const { dark } = accentsOf(look);
  return (
    `The accent of the dark theme is "${hexOf(dark)}", made from "${look.accent.light}"; ` +
    `for another write accent: { light: "${look.accent.light}", dark: "…" }.`
  );
}
