const ASSETS = '_astro/';
/** Pictures of videos have names of their own, which may come to mean another picture. */
const PICTURE = /^videos\/.+\.(avif|gif|jpe?g|png|webp)$/i;
/** What may stand around an address in HTML, in styles and in scripts. */
const AROUND = /["'\s()<>,;=&\\]+/;

/** Names of assets by the name of the asset that mentions them; every asset but pictures has its line. */
export type AssetTable = Readonly<Record<string, readonly string[]>>;

/** What `html` asks for, now or when somebody reaches for it, by paths below `base`: assets and pictures of videos. */
export function assetsIn(html: string, base = '/'): string[] {
  const paths = html
    .split(AROUND)
    .filter((word) => word.startsWith(base))
    .map((address) => address.slice(base.length).replace(/[?#].*$/, ''));
  return [...new Set(paths.filter((path) => isAsset(path) || isPicture(path)))];
}

export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

function isAsset(path: string): boolean {
  return path.startsWith(ASSETS) && path.length > ASSETS.length;
}

/** Which of `assets` mention which others by name: imports, workers, styles, fonts, however they are written. */
export function assetTable(assets: ReadonlyMap<string, string>): AssetTable {
  const names = [...assets.keys()].sort();
  return Object.fromEntries(
    names.map((name) => {
      const text = assets.get(name) ?? '';
      return [name, names.filter((other) => other !== name && text.includes(other))];
    }),
  );
}

/** The paths of all assets of a build, without pictures. */
export function assetPaths(table: AssetTable): string[] {
  return Object.keys(table).map((name) => ASSETS + name);
}

/** `paths` with all that they lead to. What the table does not know, as in a page of another build, leads nowhere. */
export function withAllNeeded(paths: readonly string[], table: AssetTable): string[] {
  const needed = new Set(paths);
  // A set that grows while it is walked is walked to its new end.
  for (const path of needed) {
    for (const other of table[path.slice(ASSETS.length)] ?? []) needed.add(ASSETS + other);
  }
  return [...needed];
}
