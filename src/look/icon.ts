import type { Site } from '../schema/site.ts';
import { accentsOf } from './accents.ts';
import { hexOf } from './rgb.ts';

/** The star of the site in its accent, for the tab of a browser, which may be light or dark. */
export function iconOf(look: Site['look']): string {
  const { light, dark } = accentsOf(look);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
    `<style>path{fill:${hexOf(light)}}@media (prefers-color-scheme:dark){path{fill:${hexOf(dark)}}}</style>`,
    '<path d="M12 1 14.4 9.6 23 12 14.4 14.4 12 23 9.6 14.4 1 12 9.6 9.6Z"/>',
    '</svg>\n',
  ].join('');
}
