import { SCREENS } from './screens.ts';

export const WIDTHS = [1280, 768, 360] as const;
export type Width = (typeof WIDTHS)[number];
export type Theme = 'light' | 'dark';

/** Dark is another set of colours, not another arrangement: one width shows them all. */
export const THEMES: Readonly<Record<Width, readonly Theme[]>> = {
  1280: ['light'],
  768: ['light', 'dark'],
  360: ['light'],
};

/** Name of the file in screens/ that keeps how it looks. */
export function fileOf(name: string, width: Width, theme: Theme): string {
  return `${name.replaceAll(/\W+/g, '-')}-${width}-${theme}.png`;
}

/** Names of all files that are kept. */
export function keptFiles(): string[] {
  return Object.keys(SCREENS).flatMap((name) =>
    WIDTHS.flatMap((width) => THEMES[width].map((theme) => fileOf(name, width, theme))),
  );
}
