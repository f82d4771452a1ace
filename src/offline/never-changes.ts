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
