import type { Plugin } from 'vite';
import { isSomebodys } from '../headers/is-somebodys.ts';

/** The styles of a route, as Astro's manifest has them. */
type RouteStyles = {
  routeData: { route: string };
  styles: ({ type: 'inline'; content: string } | { type: 'external'; src: string })[];
};

/** Notes the style sheets of a build by the end of their addresses: Astro moves the files while it goes on. */
export function keepStyles(sheets: Map<string, string>): Plugin {
  return {
    name: 'handrail:keep-styles',
    enforce: 'post',
    writeBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'asset' || !output.fileName.endsWith('.css')) continue;
        sheets.set(output.fileName, typeof output.source === 'string' ? output.source : output.source.toString());
      }
    },
  };
}

/**
 * Puts the styles of public pages into them, so that their first view asks for nothing else. Pages that belong to
 * somebody are sent uncompressed, and open many times a day: theirs stay files, which a browser has already.
 */
export function inlineStyles(routes: readonly RouteStyles[], sheets: ReadonlyMap<string, string>): void {
  for (const { routeData, styles } of routes) {
    if (isSomebodys(routeData.route)) continue;
    for (const [place, style] of styles.entries()) {
      if (style.type !== 'external') continue;
      const content = sheets.get(style.src.replace(/^\//, ''));
      if (content === undefined) throw new Error(`Astro names a style sheet that Vite did not write: ${style.src}`);
      styles[place] = { type: 'inline', content: content.trim() };
    }
  }
}
