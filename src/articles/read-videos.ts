import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import { measurePicture } from '../pictures/measure-picture.ts';
import type { PictureFile } from '../schema/picture.ts';
import { VideoFields, type Chapter, type Cut, type Video, type VideoCut } from '../schema/video.ts';
import { chaptersIn, parseWebVtt, type ParsedVtt } from '../video/parse-web-vtt.ts';
import { findEmbed } from '../video/providers.ts';
import { sourceMistake } from '../video/source-mistake.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { readYaml } from './read-yaml.ts';

/** A video that knows the line of each of its fields. */
export type VideoWithLines = Video & { lineOf: (field: string) => number | undefined };

/** What `content/videos` holds. `ids` names those too that could not be read: a `<Video>` of one is no mistake. */
export type VideosRead = { ids: string[]; videos: VideoWithLines[]; mistakes: UserError[] };

/** Where files are: on disk, and as writers see it. Names are paths below their folder, with "/". */
export type VideoFolders = {
  contentRoot: string;
  contentNames: readonly string[];
  publicRoot: string;
  publicNames: ReadonlySet<string>;
  /** Path of a file of the content folder, for the wording. */
  shown: (name: string) => string;
  /** Path of a file below public/, for the wording. */
  shownPublic: (name: string) => string;
};

type Place = VideoFolders & {
  file: string;
  lineOf: (field: string) => number | undefined;
  mistakes: UserError[];
};

const VTT = '.vtt';
/** What browsers play, the smaller one first, because they take the first that they know. */
const ENDINGS = ['.webm', '.mp4'];

/** Reads every video with its captions and chapters, and looks whether its files are there. Never throws for a writer. */
export async function readVideos(folders: VideoFolders): Promise<VideosRead> {
  const names = folders.contentNames.filter((name) => /^videos\/[^/]+\.yaml$/.test(name)).sort();
  const read = await Promise.all(names.map((name) => readVideo(name, folders)));
  return {
    ids: names.map((name) => basename(name, '.yaml')),
    videos: read.flatMap(({ video }) => (video ? [video] : [])),
    mistakes: onceEach(read.flatMap(({ mistakes }) => mistakes)),
  };
}

async function readVideo(
  name: string,
  folders: VideoFolders,
): Promise<{ video?: VideoWithLines; mistakes: UserError[] }> {
  const id = basename(name, '.yaml');
  const file = folders.shown(name);
  const decoded = decodeUtf8(await readFile(join(folders.contentRoot, name)), file);
  if ('mistake' in decoded) return { mistakes: [decoded.mistake] };
  const read = readYaml(decoded.text, file, VideoFields);
  const mistakes = [...badName(id, file), ...read.mistakes];
  if (!read.ok) return { mistakes };
  const place: Place = { ...folders, file, lineOf: read.lineOf, mistakes };
  const cuts = await Promise.all(read.value.cuts.map((cut, index) => readCut(cut, `cuts[${index}]`, place)));
  const sound = cuts.filter((cut) => cut !== undefined);
  if (sound.length < cuts.length) return { mistakes };
  return { video: { id, file, title: read.value.title, cuts: sound, lineOf: read.lineOf }, mistakes };
}

/** Undefined where the captions or chapters cannot be read; other mistakes leave a cut that can be looked at further. */
async function readCut(cut: Cut, field: string, place: Place): Promise<VideoCut | undefined> {
  const source = sourceMistake(cut.source);
  if (source) note(place, `${field}.source`, source);
  else checkFile(cut.source, `${field}.source`, place);
  const still = cut.poster === undefined ? undefined : await readPoster(cut.poster, `${field}.poster`, place);
  const captions = await readVtt(cut.captions, `${field}.captions`, place);
  const chapters = cut.chapters === undefined ? undefined : await readVtt(cut.chapters, `${field}.chapters`, place);
  if (!captions || (cut.chapters !== undefined && !chapters)) return undefined;
  return {
    ...cut,
    language: languageOf(cut.captions),
    files: filesBeside(cut.source, place.publicNames),
    ...(still && { still }),
    cues: captions.cues,
    chapters: chapters ? inOrder(chaptersIn(chapters)) : captions.chapters,
  };
}

/** Undefined where there is none to make copies of: it has a mistake, or is a drawing, which is shown as it is. */
async function readPoster(address: string, field: string, place: Place): Promise<PictureFile | undefined> {
  const name = address.slice(1);
  if (!checkFile(address, field, place)) return undefined;
  const measured = await measurePicture(join(place.publicRoot, name), name);
  if (!('problem' in measured)) return measured.kind === 'drawn' ? undefined : measured;
  note(place, field, { problem: measured.problem, fix: measured.fix });
  return undefined;
}

/** False for a file of this site that is not below public/; what is elsewhere cannot be looked at without asking. */
function checkFile(address: string, field: string, place: Place): boolean {
  if (!address.startsWith('/')) return true;
  const name = address.slice(1);
  if (place.publicNames.has(name)) return true;
  note(place, field, {
    problem: `There is no file ${place.shownPublic(name)}.`,
    fix: `${didYouMean(
      address,
      [...place.publicNames].map((known) => `/${known}`),
    )}Put the file there, or correct the name.`,
  });
  return false;
}

async function readVtt(name: string, field: string, place: Place): Promise<ParsedVtt | undefined> {
  const path = `videos/${name}`;
  const known = place.contentNames
    .filter((other) => /^videos\/[^/]+\.vtt$/.test(other))
    .map((other) => basename(other));
  if (!known.includes(name)) {
    note(place, field, {
      problem: `There is no file ${place.shown(path)}.`,
      fix: `${didYouMean(name, known)}Put the WebVTT file beside ${place.file}; captions are what is searched and read.`,
    });
    return undefined;
  }
  const file = place.shown(path);
  const decoded = decodeUtf8(await readFile(join(place.contentRoot, path)), file);
  if ('mistake' in decoded) {
    place.mistakes.push(decoded.mistake);
    return undefined;
  }
  const parsed = parseWebVtt(decoded.text);
  for (const { line, ...mistake } of parsed.mistakes) place.mistakes.push({ ...mistake, where: { file, line } });
  return parsed.mistakes.length > 0 ? undefined : parsed;
}

/** Two cuts may share their captions, whose mistakes are told once. */
function onceEach(mistakes: readonly UserError[]): UserError[] {
  const key = ({ where, problem }: UserError) => JSON.stringify([where.file, where.line, where.field, problem]);
  return [...new Map(mistakes.map((mistake) => [key(mistake), mistake])).values()];
}

function note({ mistakes, file, lineOf }: Place, field: string, mistake: { problem: string; fix: string }): void {
  mistakes.push({ ...mistake, where: { file, line: lineOf(field), field } });
}

function badName(id: string, file: string): UserError[] {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return [];
  return [
    {
      problem: `"${id}" cannot stand in an address.`,
      where: { file },
      fix: 'Name the file with lower-case letters, digits and single hyphens, such as restore-a-file.yaml.',
    },
  ];
}

function languageOf(captions: string): string {
  return captions.slice(0, -VTT.length).split('.').at(-1) ?? '';
}

/** The source and its sibling with the other ending. */
function filesBeside(source: string, publicNames: ReadonlySet<string>): string[] {
  if (findEmbed(source)?.kind !== 'file') return [];
  const start = source.replace(/\.[^.]+$/, '');
  const siblings = ENDINGS.map((ending) => start + ending).filter((file) => publicNames.has(file.slice(1)));
  return siblings.includes(source) ? siblings : [source, ...siblings];
}

function inOrder(chapters: readonly Chapter[]): Chapter[] {
  return [...chapters].sort((a, b) => a.startMs - b.startMs);
}
