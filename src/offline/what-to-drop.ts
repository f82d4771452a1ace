import type { KeptPage } from './kept-page.ts';

/** Pages beyond the newest `most`, by address. */
export function pagesToDrop(pages: readonly KeptPage[], most: number): string[] {
  return [...pages]
    .sort((a, b) => b.keptAtMs - a.keptAtMs)
    .slice(most)
    .map(({ address }) => address);
}

/**
 * Of the kept assets, by path, those that nobody can ask for any more. `builds` are the assets of the newest builds: a
 * page that is still open may be of the one before, and asks for the rest of its scripts when somebody reaches for them.
 */
export function assetsToDrop(
  kept: readonly string[],
  builds: readonly (readonly string[])[],
  pages: readonly KeptPage[],
): string[] {
  const wanted = new Set([...builds.flat(), ...pages.flatMap(({ needs }) => needs)]);
  return kept.filter((path) => !wanted.has(path));
}
