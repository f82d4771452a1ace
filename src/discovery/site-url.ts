/** The address of the site without a slash at its end, as addresses of pages are put behind it. */
export function siteUrlOf(site: URL | undefined): string {
  return (site?.href ?? '').replace(/\/$/, '');
}
