/** A part of an address without its percent signs (RFC 3986, 2.1), or undefined where one of them stands for nothing. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
