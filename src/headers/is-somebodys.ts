/**
 * Whether the page of a route, such as `/requests/[token]`, belongs to somebody: at the desk, and where a request
 * stands. What is secret there must not be compressed with what others wrote (BREACH), and is opened many times a day.
 */
export function isSomebodys(route: string): boolean {
  return /^\/(desk|requests)(\/|$)/.test(route);
}
