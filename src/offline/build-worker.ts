import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { fileNames } from '../files/file-names.ts';
import { ENTRY_FILE } from '../search/index/search-index.ts';
import { assetTable } from './assets-in.ts';
import { neverChanges } from './never-changes.ts';
import { CORE_PAGES, INDEX_LIST, MAX_WHOLE_INDEX_BYTES, type IndexList, type OfflineBuild } from './offline-build.ts';

/**
 * Writes the service worker of the finished site in `client`, as `sw.js`, and beside a small search index the list of
 * its files. Where the site is not to work offline, a worker that takes itself and all that was kept out of browsers.
 */
export async function writeWorker(
  client: string,
  { worksOffline }: { worksOffline: boolean },
  plugins: readonly Plugin[] = [],
): Promise<void> {
  const script = worksOffline
    ? await bundled('worker', plugins, await offlineBuild(client))
    : await bundled('remove', plugins);
  await writeFile(join(client, 'sw.js'), script);
}

async function offlineBuild(client: string): Promise<OfflineBuild> {
  const folder = join(client, 'pagefind');
  const names = (await fileNames(folder)).sort();
  // Pagefind's own scripts lie there too, for whoever wants them; nothing here asks for them.
  const files = names.filter((name) => name === ENTRY_FILE || neverChanges(`/pagefind/${name}`));
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size));
  const index: IndexList = { bytes: sizes.reduce((sum, size) => sum + size, 0), files };
  const keepsWholeIndex = index.bytes <= MAX_WHOLE_INDEX_BYTES;
  if (keepsWholeIndex) await writeFile(join(folder, INDEX_LIST), JSON.stringify(index));
  const pages = await Promise.all(CORE_PAGES.map((page) => readFile(join(client, page, 'index.html'), 'utf8')));
  const assets = assetTable(await textsIn(join(client, '_astro')));
  return {
    id: createHash('sha256')
      .update(JSON.stringify([pages, assets]))
      .digest('hex')
      .slice(0, 12),
    assets,
    keepsWholeIndex,
  };
}

/**
 * Assets by name, without pictures: they mention nobody and stand in the pages that show them, and as many as there
 * may be would make the worker long.
 */
async function textsIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => !/\.(avif|svg|webp)$/.test(name));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const)),
  );
}

/** One classic script, which every browser with service workers takes. Vite is what Astro builds the site with. */
async function bundled(name: 'worker' | 'remove', plugins: readonly Plugin[], facts?: OfflineBuild): Promise<string> {
  const result = await build({
    configFile: false,
    plugins: [...plugins],
    logLevel: 'warn',
    define: { HANDRAIL_OFFLINE: JSON.stringify(facts) },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(`./worker/${name}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'handrail',
      },
    },
  });
  const [script] = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  if (script?.type !== 'chunk') throw new Error(`Vite made no script of the service worker "${name}".`);
  return script.code;
}
