/**
 * Whether the page of a route, such as `/requests/[token]`, belongs to somebody: at the desk, and where a request
 * stands. What is secret there must not be compressed with what others wrote (BREACH). Such a page is opened many times
 * a day, so its styles stay in files that the browser keeps.
 */
export function isSomebodys(route: string): boolean {
  return /^\/(desk|requests)(\/|$)/.test(route);
}
