/** What the worker of the site at `base` calls its caches; several sites on one host keep apart. */
export function cacheNames(base: string) {
  const prefix = `handrail${base}`;
  return {
    /** All names begin with it. */
    prefix,
    /** Pages that were read. */
    pages: `${prefix}pages`,
    /** The few pages that are there before anybody has read them. */
    core: `${prefix}core`,
    assets: `${prefix}assets`,
    /** The files of one edition of the search index; `id` tells its start from that of every other. */
    index: (id: string, keptAtMs: number) => `${prefix}index@${keptAtMs}@${id}`,
  };
}

/** A cache with files of one edition of the search index. */
export type IndexCache = { name: string; id: string; keptAtMs: number };

/** Those of `names` that hold files of the search index, newest first. */
export function indexCaches(names: readonly string[], base: string): IndexCache[] {
  const prefix = `${cacheNames(base).prefix}index@`;
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const [keptAt = '', id = ''] = name.slice(prefix.length).split('@');
      return { name, id, keptAtMs: Number(keptAt) };
    })
    .sort((a, b) => b.keptAtMs - a.keptAtMs);
}
