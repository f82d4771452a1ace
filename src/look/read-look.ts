import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserError } from '../errors/user-error.ts';
import { measurePicture } from '../pictures/measure-picture.ts';
import { mistakeInSvg } from '../pictures/read-svg.ts';
import type { Logo, LookPicture } from '../schema/picture.ts';
import type { Site } from '../schema/site.ts';
import { pictureAt, type PicturePlace } from './picture-at.ts';

/** The folders that a look names files of, and how writers see a path in them. */
type Where = Record<
  PicturePlace['folder'],
  { root: string; names: readonly string[]; shown: (name: string) => string }
>;

type Mistake = Pick<UserError, 'problem' | 'fix'> & { line?: number };

/** The logo, and what keeps pictures of a look from being shown. Those that are not there are told of before. */
export async function readLook(
  { logo, icon }: Partial<Site['look']>,
  where: Where,
): Promise<{ logo?: Logo; mistakes: UserError[] }> {
  // A logo may be the icon as well, and its mistake is told once.
  const mistakes = new Map<string, UserError>();
  const note = (shown: string, { problem, fix, line }: Mistake) =>
    mistakes.set(shown, { problem, fix, where: { file: shown, line } });

  const measured = async (written: string | undefined): Promise<LookPicture | undefined> => {
    const place = placeOf(written, where);
    if (!place) return undefined;
    const file = await measurePicture(place.path, place.name);
    if (!('problem' in file)) return { folder: place.folder, file };
    note(place.shown, file);
    return undefined;
  };
  const [light, dark] = [await measured(logo?.light), await measured(logo?.dark)];

  const sign = placeOf(icon, where);
  if (sign?.name.endsWith('.svg')) {
    const mistake = mistakeInSvg(await readFile(sign.path, 'utf8'));
    if (mistake) note(sign.shown, mistake);
  }
  return { ...(light && { logo: { light, ...(dark && { dark }) } }), mistakes: [...mistakes.values()] };
}

/** Where a picture is; undefined for none, for one that is not there, and for what is no picture by its name. */
function placeOf(written: string | undefined, where: Where) {
  if (written === undefined) return undefined;
  const { folder, name } = pictureAt(written);
  const { root, names, shown } = where[folder];
  if (!names.includes(name) || !/\.(svg|png)$/.test(name)) return undefined;
  return { folder, name, path: join(root, name), shown: shown(name) };
}
