import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserError } from '../errors/user-error.ts';
import { mistakeInSvg } from '../pictures/read-svg.ts';
import type { Site } from '../schema/site.ts';
import { pictureAt, type PictureFile } from './picture-at.ts';

/** The folders that a look names files of, and how writers see a path in them. */
type Where = Record<PictureFile['folder'], { root: string; names: readonly string[]; shown: (name: string) => string }>;

/** What could run in the drawings of a look, or be fetched from elsewhere. Those that are not there are told before. */
export async function checkDrawings(look: Site['look'] | undefined, where: Where): Promise<UserError[]> {
  const named = [look?.logo?.light, look?.logo?.dark, look?.icon].filter((written) => written !== undefined);
  const mistakes = [...new Set(named)].map(async (written): Promise<UserError[]> => {
    const { folder, name } = pictureAt(written);
    const { root, names, shown } = where[folder];
    if (!/\.svg$/i.test(name) || !names.includes(name)) return [];
    const mistake = mistakeInSvg(await readFile(join(root, name), 'utf8'));
    if (!mistake) return [];
    const { line, problem, fix } = mistake;
    return [{ problem, fix, where: { file: shown(name), line } }];
  });
  return (await Promise.all(mistakes)).flat();
}
