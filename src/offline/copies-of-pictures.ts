/** `_astro/name.0123456789-640.avif`: src/pictures/picture-copies.ts names them so. */
const COPY = /^(.*_astro\/.+\.[0-9a-f]{10})(?:-(\d+))?\.(avif|svg|webp)$/;

/**
 * Of the pictures among `needed` of which there is no copy among `kept`, one each: the smallest that every browser
 * shows. Instructions are read where the connection is what fails, and further down than the reader came.
 */
export function missingPictures(needed: readonly string[], kept: ReadonlySet<string>): string[] {
  const known = new Set([...kept].map((path) => pictureOf(path)));
  const shownByAll = needed.filter((path) => /\.(svg|webp)$/.test(path) && !known.has(pictureOf(path) ?? path));
  const byPicture = Map.groupBy(shownByAll, (path) => pictureOf(path));
  return [...byPicture].flatMap(([picture, copies]) =>
    picture === undefined ? [] : copies.sort((a, b) => widthOf(a) - widthOf(b)).slice(0, 1),
  );
}

/** The one of `kept` that shows the same picture as `path`, in whatever size and format. */
export function standInFor(path: string, kept: readonly string[]): string | undefined {
  const picture = pictureOf(path);
  return picture === undefined ? undefined : kept.find((other) => pictureOf(other) === picture);
}

function pictureOf(path: string): string | undefined {
  return COPY.exec(path)?.[1];
}

function widthOf(path: string): number {
  return Number(COPY.exec(path)?.[2] ?? 0);
}
