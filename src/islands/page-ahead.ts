/** Pages that hold something of somebody's, take something in, or are made anew for each who asks. */
const NOT_AHEAD = /^\/(api|desk|join|requests|search|talk)\/|\/(talk|voted)\/?$|\.\w+$/;

/**
 * The address of the page that a link to `href` on the page `here` leads to, where it may be asked for before somebody
 * follows it: a page of this site that only shows, other than this one. Forms and questions are never asked ahead.
 */
export function pageAhead(href: string, here: string): string | undefined {
  const [url, current] = [URL.parse(href, here), new URL(here)];
  if (!url || url.origin !== current.origin || url.search !== '' || url.pathname === current.pathname) return undefined;
  return NOT_AHEAD.test(url.pathname) ? undefined : url.origin + url.pathname;
}
