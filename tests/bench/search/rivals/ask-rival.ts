import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { installRival } from '../../build/install-rival.ts';
import { megabytes, type Figure } from '../../figures.ts';
import type { Question } from '../../questions.ts';
import { codeBytes } from '../bundle.ts';
import { asTyped, type Answers } from '../session.ts';
import { TYPINGS } from '../typing-error.ts';
import type { Load, RivalArticle, RivalWay, SearchRival } from './search-rival.ts';

export type RivalAsked = {
  name: string;
  version: string;
  codeBytes: number;
  /** Each as it would be downloaded, in a file. */
  indexes: { name: string; path: string }[];
  /** By the name of the setting, which begins with the name of its index. */
  answers: Map<string, Answers>;
};

const compressed = promisify(brotliCompress);

/**
 * Asks a rival everything in every way, in Node: what is found is the same as in a browser. Without questions its first
 * index is made and no other.
 */
export async function askRival(
  rival: SearchRival,
  articles: readonly RivalArticle[],
  questions: readonly Question[],
  folder: string,
): Promise<RivalAsked> {
  const place = join(folder, `search-${rival.name.toLowerCase()}`);
  const versions = await installRival(rival.packages, place);
  const version = versions[rival.packages[0] ?? ''] ?? '';
  const entry = join(place, 'client.mjs');
  await writeFile(entry, rival.clientCode);
  const asked: RivalAsked = {
    name: rival.name,
    version,
    codeBytes: await codeBytes(entry),
    indexes: [],
    answers: new Map(),
  };
  for await (const index of rival.indexes(await loader(place), articles)) {
    const path = join(place, `index-${asked.indexes.length}`);
    await writeFile(path, await index.serialised());
    const name = `${rival.name} ${version} (${index.name};`;
    asked.indexes.push({ name, path });
    if (questions.length === 0) break;
    for (const way of index.ways) {
      for (const [setting, answers] of await askAll(way, questions)) asked.answers.set(`${name} ${setting})`, answers);
    }
    console.log(`${rival.name} ${version}: ${index.name}, asked in ${asked.answers.size} ways so far`);
  }
  return asked;
}

/**
 * What a page would download: the code, the index with which the rival begins, and those that did best in `best`, names
 * of settings. Compressing all of them as well as it can be done would take longer than asking them.
 */
export async function rivalSizes(
  { name, version, codeBytes: code, indexes }: RivalAsked,
  best: readonly string[],
): Promise<Figure[]> {
  const figures: Figure[] = [{ name: `${name} ${version}, code, brotli`, value: code / 1_000, unit: 'kB' }];
  for (const [place, index] of indexes.entries()) {
    if (place > 0 && !best.some((setting) => setting.startsWith(index.name))) continue;
    const { byteLength } = await compressed(await readFile(index.path));
    figures.push({ name: `${index.name.replace(/;$/, ')')}, index, brotli`, value: megabytes(byteLength), unit: 'MB' });
  }
  return figures;
}

/** A module there finds the packages there, and as an import would. */
async function loader(place: string): Promise<Load> {
  const path = join(place, 'load.mjs');
  await writeFile(path, 'export const load = (name) => import(name);\n');
  return ((await import(pathToFileURL(path).href)) as { load: Load }).load;
}

async function askAll({ settings, ask }: RivalWay, questions: readonly Question[]): Promise<Map<string, Answers>> {
  const all = new Map(settings.map((name): [string, Answers] => [name, { 'as asked': [], 'one typing error': [] }]));
  for (const typing of TYPINGS) {
    for (const question of questions) {
      const found = await ask(asTyped(question, typing));
      settings.forEach((name, index) => all.get(name)?.[typing].push(found[index] ?? []));
    }
  }
  return all;
}
