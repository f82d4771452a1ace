/**
 * The host of the site, without a slash at its end, as addresses of pages are put behind it: they begin at the root, as
 * their links to each other do.
 */
export function siteUrlOf(site: URL | undefined): string {
  return site?.origin ?? '';
}
