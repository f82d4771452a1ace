/** A path as the name of a file; undefined where it is not UTF-8, as in addresses of old systems: no file can bear it. */
export function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
