/** What an address meant, as a first search: its last part without hyphens, and without what cannot be decoded. */
export function wordsOfAddress(pathname: string): string {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return decoded(last)
    .replaceAll(/[-_.\s]+/g, ' ')
    .trim();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part.replaceAll(/%[\da-f]{0,2}/gi, ' ');
  }
}
