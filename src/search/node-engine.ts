import { readFile } from 'node:fs/promises';
import type { Engine } from './engine.ts';
import { META_WEIGHTS, pagefindEngine, type PagefindEntry, type PagefindModule } from './pagefind-engine.ts';

/**
 * The index as the server searches it, with the same module and so the same ranking as in the browser.
 * `index` is the folder of the index as a file: or http: address, ending in a slash. Open it once and keep it:
 * what has been read stays in memory.
 */
export async function nodeEngine(index: URL): Promise<Engine> {
  const source = await readText(new URL('pagefind.js', index));
  const pagefind = (await import(/* @vite-ignore */ moduleAddress(source))) as PagefindModule;
  const instance = pagefind.createInstance({
    basePath: index.href,
    baseUrl: '/',
    noWorker: true,
    ranking: { metaWeights: META_WEIGHTS },
  });
  await instance.init();
  const entry = JSON.parse(await readText(new URL('pagefind-entry.json', index))) as PagefindEntry;
  return pagefindEngine(instance, entry);
}

/**
 * Pagefind's module fetches its index, and Node's fetch reads no files. A `fetch` of the module's own, put before its
 * source, leaves the fetch of everybody else alone.
 */
const FILE_FETCH = `
import { readFile } from 'node:fs/promises';
const fetch = async (address) => {
  const url = new URL(address);
  if (url.protocol !== 'file:') return globalThis.fetch(url);
  url.search = '';
  return new Response(await readFile(url));
};
`;

function moduleAddress(source: string): string {
  return `data:text/javascript;base64,${Buffer.from(FILE_FETCH + source).toString('base64')}`;
}

async function readText(url: URL): Promise<string> {
  try {
    if (url.protocol === 'file:') return await readFile(url, 'utf8');
    const response = await fetch(url);
    if (response.ok) return await response.text();
    throw new Error(`The address answered ${response.status}.`);
  } catch (cause) {
    throw new Error(`There is no search index here: ${url.href} cannot be read. Build the site first.`, { cause });
  }
}
