import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseBody } from '../articles/parse-body.ts';
import { inLanes } from '../bytes/in-lanes.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Picture, PictureFile } from '../schema/picture.ts';
import { checkWords } from './check-words.ts';
import { darkTwinOf, findPicture, SHOWN } from './find-picture.ts';
import { measurePicture, type Measured } from './measure-picture.ts';
import { picturesIn, type WrittenPicture } from './pictures-in.ts';

type Text = Pick<Edition, 'file' | 'source'>;

export type PictureFolders = {
  contentRoot: string;
  /** Paths of all files below the content folder, with "/". */
  contentNames: readonly string[];
  /** A path below the content folder as writers see it; `file` of an edition is one of these. */
  shown: (name: string) => string;
};

/** What was found; `of` gives the pictures that an edition shows, and `warnings` name those that none shows. */
export type PicturesRead = {
  of: (text: Pick<Text, 'file'>) => Pick<Edition, 'pictures'>;
  mistakes: UserError[];
  warnings: UserError[];
};

/** A picture that is written in a text, and the file below the content folder that it means. */
type Placed = { text: Text; written: WrittenPicture; name: string };

/** Finds and measures every picture that articles show, and looks for mistakes in them. Never throws for a writer. */
export async function readPictures(texts: readonly Text[], folders: PictureFolders): Promise<PicturesRead> {
  const { placed, mistakes, allParsed } = placePictures(texts, folders);
  const measured = await measureAll(placed, folders);
  const told = new Set<string>();
  const byText = new Map<string, Picture[]>();
  for (const { text, written, name } of placed) {
    const dark = darkTwinOf(name, folders.contentNames);
    const [light, twin] = [name, dark].map((each) => (each === undefined ? undefined : measured.get(each)));
    for (const [each, found] of [[name, light] as const, [dark ?? '', twin] as const]) {
      if (!found || !('problem' in found) || told.has(each)) continue;
      told.add(each);
      mistakes.push(inFile(found, each, { text, written }, folders));
    }
    if (!isSound(light) || (twin && !isSound(twin))) continue;
    const others = byText.get(text.file) ?? [];
    if (others.some((other) => other.written === written.address)) continue;
    byText.set(text.file, [...others, { written: written.address, light, ...(isSound(twin) && { dark: twin }) }]);
  }
  const shown = new Set(measured.keys());
  return {
    of: ({ file }) => {
      const pictures = byText.get(file);
      return pictures ? { pictures } : {};
    },
    mistakes,
    warnings: allParsed ? unshown(shown, folders) : [],
  };
}

function placePictures(texts: readonly Text[], folders: PictureFolders) {
  const placed: Placed[] = [];
  const mistakes: UserError[] = [];
  let allParsed = true;
  const nameOf = new Map(folders.contentNames.map((name) => [folders.shown(name), name]));
  // Parsing is most of the work of a check, and few articles show a picture.
  for (const text of texts.filter(({ source }) => source.includes('!['))) {
    const parsed = parseBody(text);
    if (!('tree' in parsed)) {
      allParsed = false;
      continue;
    }
    const place = { article: nameOf.get(text.file) ?? '', names: folders.contentNames, shown: folders.shown };
    for (const written of picturesIn(parsed.tree)) {
      const where = { file: text.file, line: written.line };
      const found = findPicture(written.address, place);
      if ('name' in found) placed.push({ text, written, name: found.name });
      else mistakes.push({ ...found, where });
      mistakes.push(...checkWords(written).map((mistake) => ({ ...mistake, where })));
    }
  }
  return { placed, mistakes, allParsed };
}

/** Every file once, with its twin, a few at a time. */
async function measureAll(
  placed: readonly Placed[],
  { contentRoot, contentNames }: PictureFolders,
): Promise<Map<string, Measured>> {
  const names = [...new Set(placed.flatMap(({ name }) => [name, darkTwinOf(name, contentNames) ?? name]))];
  const measured = await inLanes(names, availableParallelism(), (name) =>
    measurePicture(join(contentRoot, name), name),
  );
  return new Map(names.map((name, index) => [name, measured[index] as Measured]));
}

/** A drawing has lines of its own; what is wrong with another file is told where it is first shown. */
function inFile(
  { problem, fix, line }: Exclude<Measured, PictureFile>,
  name: string,
  { text, written }: Omit<Placed, 'name'>,
  { shown }: PictureFolders,
): UserError {
  if (line !== undefined) return { problem, fix, where: { file: shown(name), line } };
  const where = { file: text.file, line: written.line };
  return { problem: `${shown(name)}: ${problem[0]?.toLowerCase() ?? ''}${problem.slice(1)}`, fix, where };
}

function isSound(measured: Measured | undefined): measured is PictureFile {
  return measured !== undefined && !('problem' in measured);
}

/** What lies at the top of the content folder belongs to the site, not to an article. */
function unshown(shown: ReadonlySet<string>, { contentNames, shown: asSeen }: PictureFolders): UserError[] {
  const idle = contentNames.filter((name) => SHOWN.test(name) && name.includes('/') && !shown.has(name)).sort();
  return idle.map((name) => ({
    problem: 'No article shows this picture.',
    where: { file: asSeen(name) },
    fix: 'Delete it, or show it: ![What is on it](./name.png). A .dark. picture goes with the one of the same name.',
  }));
}
