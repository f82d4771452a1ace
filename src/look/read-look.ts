import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserError } from '../errors/user-error.ts';
import { measurePicture } from '../pictures/measure-picture.ts';
import { mistakeInSvg } from '../pictures/read-svg.ts';
import type { Logo, LookPicture, PictureFile } from '../schema/picture.ts';
import type { Site } from '../schema/site.ts';
import { LOGO_PIXELS_ACROSS } from './logo-in-head.ts';
import { pictureAt, type PicturePlace } from './picture-at.ts';
import { scaledLogo } from './scaled-logo.ts';

/** The folders that a look names files of, and how writers see a path in them. */
type Where = Record<
  PicturePlace['folder'],
  { root: string; names: readonly string[]; shown: (name: string) => string }
>;

type Mistake = Pick<UserError, 'problem' | 'fix'> & { line?: number };

const SAVE_AGAIN = `Save it again as PNG or SVG; ${LOGO_PIXELS_ACROSS} pixels across are enough.`;

/** The logo, and what keeps pictures of a look from being shown. Those that are not there are told of before. */
export async function readLook(
  { logo, icon }: Partial<Site['look']>,
  where: Where,
): Promise<{ logo?: Logo; mistakes: UserError[] }> {
  // A logo may be the icon as well, and its mistake is told once.
  const mistakes = new Map<string, UserError>();
  const note = (field: string, { shown, problem, fix, line }: Mistake & { shown: string }) => {
    if (!mistakes.has(shown)) mistakes.set(shown, { problem, fix, where: { file: shown, line, field } });
  };

  const read = async (theme: keyof Logo): Promise<LookPicture | undefined> => {
    const place = placeOf(logo?.[theme], where);
    if (!place) return undefined;
    const file = await measuredLogo(place);
    if (!('problem' in file)) return { folder: place.folder, file };
    note(`look.logo.${theme}`, { shown: place.shown, ...file });
    return undefined;
  };
  const [light, dark] = [await read('light'), await read('dark')];

  const sign = placeOf(icon, where);
  if (sign?.name.endsWith('.svg')) {
    const mistake = mistakeInSvg(await readFile(sign.path, 'utf8'));
    if (mistake) note('look.icon', { shown: sign.shown, ...mistake });
  }
  return { ...(light && { logo: { light, ...(dark && { dark }) } }), mistakes: [...mistakes.values()] };
}

/** A logo that can be drawn, or what keeps it from being shown. */
async function measuredLogo({ path, name }: { path: string; name: string }): Promise<PictureFile | Mistake> {
  const file = await measurePicture(path, name);
  // What is wrong in a line of a drawing is mended there; the rest is said for pictures of articles.
  if ('problem' in file) return file.line === undefined ? { ...file, fix: SAVE_AGAIN } : file;
  try {
    await scaledLogo(await readFile(path), file.kind);
    return file;
  } catch (error) {
    const [, line] = /on line (\d+)/.exec(String(error)) ?? [];
    return {
      problem: 'This logo is damaged: it cannot be drawn.',
      fix: SAVE_AGAIN,
      ...(line !== undefined && { line: Number(line) }),
    };
  }
}

/** Where a picture is; undefined for none, for one that is not there, and for what is no picture by its name. */
function placeOf(written: string | undefined, where: Where) {
  if (written === undefined) return undefined;
  const { folder, name } = pictureAt(written);
  const { root, names, shown } = where[folder];
  if (!names.includes(name) || !/\.(svg|png)$/.test(name)) return undefined;
  return { folder, name, path: join(root, name), shown: shown(name) };
}
