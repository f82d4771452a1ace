import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../articles/read-yaml.ts';
import type { UserError } from '../errors/user-error.ts';
import { Site } from '../schema/site.ts';
import { translatedFolder } from '../strings/translated-folder.ts';

const STRINGS = fileURLToPath(new URL('../strings/', import.meta.url));

/** A warning where the language of a site is one that pages do not speak: their own words stay English then. */
export async function untranslated(contentDir: string, strings = STRINGS): Promise<UserError[]> {
  const root = resolve(contentDir);
  const file = `${basename(root)}/site.yaml`;
  const text = await readFile(join(root, 'site.yaml'), 'utf8').catch(() => undefined);
  // Where it cannot be read, that is said as a mistake.
  if (text === undefined) return [];
  const read = readYaml(text, file, Site.pick({ language: true }).loose());
  if (!read.ok) return [];
  const { language } = read.value;
  const [kind = ''] = language.split('-');
  if (kind === 'en' || translatedFolder(language, strings) !== undefined) return [];
  return [
    {
      problem: `The words around your articles are English: nothing is translated into "${language}".`,
      where: { file, line: read.lineOf('language'), field: 'language' },
      fix: `Copy src/strings/en/ to src/strings/${kind}/ and translate it, or keep English words around articles in "${language}".`,
    },
  ];
}
