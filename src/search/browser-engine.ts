import type { Engine } from './engine.ts';
import { META_WEIGHTS, pagefindEngine, type PagefindEntry, type PagefindModule } from './pagefind-engine.ts';

/** Longer than a slow phone needs; after that a sentence helps more than waiting. */
const PATIENCE_MS = 15_000;

/**
 * The index as the browser searches it, in a worker. Nothing is fetched before the returned function is called the
 * first time; after that it gives the same engine, or tries again where loading failed. `base` is the address of the
 * index, ending in a slash.
 */
export function browserEngine(base: string): () => Promise<Engine> {
  let loading: Promise<Engine> | undefined;
  let tries = 0;
  return () =>
    (loading ??= inTime(load(base, tries++)).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

async function load(base: string, tries: number): Promise<Engine> {
  // A browser remembers a module that failed to load by its address.
  const address = `${base}pagefind.js${tries > 0 ? `?again=${tries}` : ''}`;
  const [pagefind, entry] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<PagefindModule>,
    fetchEntry(base),
  ]);
  const instance = pagefind.createInstance({ basePath: base, baseUrl: '/', ranking: { metaWeights: META_WEIGHTS } });
  await instance.init();
  return pagefindEngine(instance, entry);
}

async function fetchEntry(base: string): Promise<PagefindEntry> {
  const response = await fetch(`${base}pagefind-entry.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return response.json() as Promise<PagefindEntry>;
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The search index took too long.')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
