import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Question } from '../../questions.ts';
import { asTyped, type Answers } from '../session.ts';
import { TYPINGS } from '../typing-error.ts';
import type { RivalArticle, RivalIndex, RivalWay } from './search-rival.ts';

/**
 * What an index answers in each of its ways, by the name of the setting. Rivals stay as they are while Handrail is
 * worked on, so their answers are kept in `folder` for the next run; `about` names all that they depend on besides
 * articles and questions.
 */
export async function answered(
  index: RivalIndex,
  articles: readonly RivalArticle[],
  questions: readonly Question[],
  folder: string,
  about: readonly string[],
): Promise<Map<string, Answers>> {
  const typed = TYPINGS.map((typing) => questions.map((question) => asTyped(question, typing)));
  const settings = index.ways.flatMap((way) => way.settings);
  const key = createHash('sha256')
    .update(JSON.stringify([about, index.name, settings, typed, articles]))
    .digest('hex');
  const path = join(folder, `answers-${key.slice(0, 16)}.json.gz`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Map(JSON.parse(gunzipSync(kept).toString()) as [string, Answers][]);
  const answers: [string, Answers][] = [];
  for (const way of index.ways) answers.push(...(await askAll(way, questions)));
  // A run that is ended while it writes leaves no half file under that name.
  await writeFile(`${path}.part`, gzipSync(JSON.stringify(answers)));
  await rename(`${path}.part`, path);
  return new Map(answers);
}

async function askAll({ settings, ask }: RivalWay, questions: readonly Question[]): Promise<[string, Answers][]> {
  const all = settings.map((name): [string, Answers] => [name, { 'as asked': [], 'one typing error': [] }]);
  for (const typing of TYPINGS) {
    for (const question of questions) {
      const found = await ask(asTyped(question, typing));
      all.forEach(([, answers], index) => answers[typing].push(found[index] ?? []));
    }
  }
  return all;
}
