import type { BuiltFacts } from '../schema/built.ts';
import { DRAWING_HEADERS, drawingEnding, publicHeaders, type HeaderFacts } from './security-headers.ts';

/**
 * What a built page needs other headers for than the site: its policy names the styles that stand in it alone. A
 * kilobyte less goes before the page, which so arrives with its headers in the first round trip (ten segments of a
 * new connection, RFC 6928). Drawings have one of their own. By the name of its file; undefined for other files.
 */
export function pageHeaders(
  facts: HeaderFacts,
  pages: BuiltFacts['pages'],
): (name: string) => Readonly<Record<string, string>> | undefined {
  const byName = new Map(
    Object.entries(pages).flatMap(([hashes, names]) => {
      const inline = { scripts: [], styles: hashes.split(' ').filter(Boolean) };
      const policy = publicHeaders({ ...facts, inline })['content-security-policy'] ?? '';
      const headers = { 'content-security-policy': policy };
      return names.map((name) => [name, headers] as const);
    }),
  );
  return (name) => (drawingEnding(name) === undefined ? byName.get(name) : DRAWING_HEADERS);
}
