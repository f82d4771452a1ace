import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installRival } from '../../build/install-rival.ts';
import type { Question } from '../../questions.ts';
import { codeBytes } from '../bundle.ts';
import type { Answers } from '../session.ts';
import { answered } from './answered.ts';
import type { Load, RivalArticle, SearchRival } from './search-rival.ts';

export type RivalAsked = {
  name: string;
  version: string;
  codeBytes: number;
  /** Each as it would be downloaded, in a file. */
  indexes: { name: string; path: string }[];
  /** By the name of the setting, which begins with the name of its index. */
  answers: Map<string, Answers>;
};

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
  const about = [JSON.stringify(versions), await ownCode()];
  for await (const index of rival.indexes(await loader(place), articles)) {
    const path = join(place, `index-${asked.indexes.length}`);
    await writeFile(path, await index.serialised());
    const name = `${rival.name} ${version} (${index.name};`;
    asked.indexes.push({ name, path });
    if (questions.length === 0) break;
    for (const [setting, answers] of await answered(index, articles, questions, place, about)) {
      asked.answers.set(`${name} ${setting})`, answers);
    }
    console.log(`${rival.name} ${version}: ${index.name}, asked in ${asked.answers.size} ways so far`);
  }
  return asked;
}

/** How rivals are asked: all files of this folder. */
async function ownCode(): Promise<string> {
  const names = (await readdir(import.meta.dirname)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  return texts.join('\n');
}

/** A module there finds the packages there, and as an import would. */
async function loader(place: string): Promise<Load> {
  const path = join(place, 'load.mjs');
  await writeFile(path, 'export const load = (name) => import(name);\n');
  return ((await import(pathToFileURL(path).href)) as { load: Load }).load;
}
