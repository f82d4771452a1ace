import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { megabytes, type Figure } from '../../figures.ts';
import type { RivalAsked } from './ask-rival.ts';

const compressed = promisify(brotliCompress);

/**
 * What a page would download: the code, the index with which the rival begins, and those that did best in `best`, names
 * of settings. Compressing all of them as well as it can be done would take longer than asking them.
 */
export async function rivalSizes(
  { name, version, codeBytes, indexes }: RivalAsked,
  best: readonly string[],
): Promise<Figure[]> {
  const figures: Figure[] = [{ name: `${name} ${version}, code, brotli`, value: codeBytes / 1_000, unit: 'kB' }];
  for (const [place, index] of indexes.entries()) {
    if (place > 0 && !best.some((setting) => setting.startsWith(index.name))) continue;
    const { byteLength } = await compressed(await readFile(index.path));
    figures.push({ name: `${index.name.replace(/;$/, ')')}, index, brotli`, value: megabytes(byteLength), unit: 'MB' });
  }
  return figures;
}
