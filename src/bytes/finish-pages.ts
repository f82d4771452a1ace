import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inlineIn, type Inline } from '../headers/inline-in.ts';
import { finishPage } from './finish-page.ts';
import { shortScopes } from './short-scopes.ts';

/**
 * Finishes all built pages in the folder `client`, and returns what stands inline: the styles in the finished pages,
 * and the scripts that were taken out of them, which pages made on demand still have.
 */
export async function finishPages(client: string): Promise<Inline> {
  const names = (await readdir(client, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const sheetNames = names.filter((name) => /^_astro\/.*\.css$/.test(name));
  const sheets = new Map(
    await Promise.all(
      sheetNames.map(async (name) => [`/${name}`, (await readFile(join(client, name), 'utf8')).trim()] as const),
    ),
  );
  const site = { sheets, scopes: shortScopes(sheets.values()) };
  const [styles, scripts] = [new Set<string>(), new Set<string>()];
  const files = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.html'))) {
    const built = await readFile(join(client, name), 'utf8');
    const finished = finishPage(built, site);
    await writeFile(join(client, name), finished.html);
    for (const [address, code] of finished.scripts) files.set(address, code);
    for (const hash of inlineIn(built).scripts) scripts.add(hash);
    for (const hash of inlineIn(finished.html).styles) styles.add(hash);
  }
  for (const [address, code] of files) await writeFile(join(client, address), code);
  return { styles: [...styles].sort(), scripts: [...scripts].sort() };
}
