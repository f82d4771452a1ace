const SCOPE = /data-astro-cid-[a-z0-9]+/g;

/**
 * Short names for the marks by which Astro ties styles to components: they stand on every second element of a page.
 * `sheets` are all style sheets of the site, so that every page and every sheet agrees.
 */
export function shortScopes(sheets: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Set([...sheets].flatMap((css) => css.match(SCOPE) ?? []));
  return new Map([...names].sort().map((name, place) => [name, `data-${place.toString(36)}`]));
}

/** `text` with the short names of `scopes`. */
export function withShortScopes(text: string, scopes: ReadonlyMap<string, string>): string {
  return text.replace(SCOPE, (name) => scopes.get(name) ?? name);
}
