const HASH_IN_NAME = /[/_.-][0-9a-f]{7,}\.\w+$/;

/**
 * Whether the file at `pathname` carries a hash of what it holds in its name, so that it is the same for ever: all
 * assets of the build, pictures for previews, and of the search index what is named so (`en_2b39c0b.pf_fragment`, not
 * `pagefind-entry.json`). `base` is the address of the site within its host, with a slash at both ends.
 */
export function neverChanges(pathname: string, base = '/'): boolean {
  if (pathname.startsWith(`${base}_astro/`)) return true;
  const named = ['pagefind/', 'previews/'].some((folder) => pathname.startsWith(base + folder));
  return named && HASH_IN_NAME.test(pathname);
}

/**
 * The same for hosts that are told of it by pattern, for files by `names` below the root: a folder as `/previews/*`
 * where all in it is so, at any depth, and each other file by itself.
 */
export function whatNeverChanges(names: readonly string[]): string[] {
  const changing = new Set(names.filter((name) => !neverChanges(`/${name}`)).flatMap(foldersOf));
  const patterns = names
    .filter((name) => neverChanges(`/${name}`))
    .map((name) => {
      const folder = foldersOf(name).find((one) => !changing.has(one));
      return folder === undefined ? `/${name}` : `/${folder}/*`;
    });
  return [...new Set(patterns)].sort();
}

/** The outermost first. */
function foldersOf(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
