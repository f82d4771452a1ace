import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Site } from '../schema/site.ts';
import { readYaml } from './read-yaml.ts';

/** The language of a site whose pages are not read yet. English where site.yaml is wrong, which stops the build later. */
export async function siteLanguage(contentDir: string): Promise<string> {
  const file = resolve(contentDir, 'site.yaml');
  const text = await readFile(file, 'utf8').catch(() => '');
  const read = readYaml(text, file, Site.pick({ language: true }).loose());
  return read.ok ? read.value.language : 'en';
}
