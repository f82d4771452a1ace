import type { Plugin } from 'vite';

/** Which layer wins, the last one over all before it. */
const LAYER_ORDER = '@layer reset, tokens, base, layout, components, print;';

/**
 * Begins every style sheet with the order of the layers, so that it is settled before any rule, in whatever order the
 * sheets arrive, and without a style in the pages that a policy would have to allow.
 */
export function layerOrder(): Plugin {
  return {
    name: 'handrail:layer-order',
    enforce: 'pre',
    transform(code, id) {
      if (!isStyles(id) || code.startsWith(LAYER_ORDER)) return undefined;
      return { code: LAYER_ORDER + code, map: null };
    },
  };
}

/** Style sheets of our own, and the `<style>` of a component, which Astro hands on under a name of its own. */
function isStyles(id: string): boolean {
  const [path, query = ''] = id.split('?');
  if (path?.includes('/node_modules/') || /\b(raw|url|inline)\b/.test(query)) return false;
  return path?.endsWith('.css') === true || /\btype=style\b/.test(query);
}
