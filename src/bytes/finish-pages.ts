import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNames } from '../files/file-names.ts';
import { inlineIn, type Inline } from '../headers/inline-in.ts';
import { finishPage } from './finish-page.ts';
import { shortScopes } from './short-scopes.ts';

/** What stands inline on the site, and the names of its pages by the hashes of the styles in them. */
export type FinishedPages = { inline: Inline; pages: Readonly<Record<string, readonly string[]>> };

/**
 * Finishes all built pages in the folder `client`, and returns what stands inline: the styles in the finished pages,
 * and the scripts that were taken out of them, which pages made on demand still have.
 */
export async function finishPages(client: string): Promise<FinishedPages> {
  const names = await fileNames(client);
  const sheetNames = names.filter((name) => /^_astro\/.*\.css$/.test(name));
  const sheets = new Map(
    await Promise.all(
      sheetNames.map(async (name) => [`/${name}`, (await readFile(join(client, name), 'utf8')).trim()] as const),
    ),
  );
  const site = { sheets, scopes: shortScopes(sheets.values()) };
  const [styles, scripts] = [new Set<string>(), new Set<string>()];
  const files = new Map<string, string>();
  const pages: Record<string, string[]> = {};
  for (const name of names.filter((one) => one.endsWith('.html'))) {
    const built = await readFile(join(client, name), 'utf8');
    const finished = finishPage(built, site);
    await writeFile(join(client, name), finished.html);
    for (const [address, code] of finished.scripts) files.set(address, code);
    for (const hash of inlineIn(built).scripts) scripts.add(hash);
    const own = inlineIn(finished.html).styles;
    for (const hash of own) styles.add(hash);
    (pages[own.join(' ')] ??= []).push(name);
  }
  for (const [address, code] of files) await writeFile(join(client, address), code);
  return { inline: { styles: [...styles].sort(), scripts: [...scripts].sort() }, pages };
}
