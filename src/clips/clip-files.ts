import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { didYouMean } from '../errors/did-you-mean.ts';
import { Mistakes, type UserError } from '../errors/user-error.ts';
import { readStoryboard } from './read-storyboard.ts';
import type { Storyboard } from './storyboard.ts';

/** A storyboard with its name, which is the id of the video, with a dot and the cut where it has several. */
export type NamedStoryboard = { name: string; storyboard: Storyboard };

const ENDING = '.yaml';

/**
 * The storyboards below `folder` that were asked for, by video or by cut; all where nothing was. Throws `Mistakes` with
 * every mistake in them, and for a name that no storyboard has.
 */
export async function readStoryboards(folder: string, asked: readonly string[]): Promise<NamedStoryboard[]> {
  const names = await storyboardNames(folder);
  const unknown = asked.filter((id) => !names.some((name) => isOf(name, id)));
  if (unknown.length > 0)
    throw new Mistakes(
      'No clip was made.',
      unknown.map((id) => notThere(id, folder, names)),
    );
  const wanted = asked.length === 0 ? names : names.filter((name) => asked.some((id) => isOf(name, id)));
  const reads = await Promise.all(
    wanted.map(async (name) => {
      const file = join(folder, name + ENDING);
      return { name, ...readStoryboard(await readFile(file, 'utf8'), file) };
    }),
  );
  const mistakes = reads.flatMap((read) => (read.ok ? [] : read.mistakes));
  if (mistakes.length > 0) throw new Mistakes('No clip was made.', mistakes);
  return reads.flatMap((read) => (read.ok ? [{ name: read.name, storyboard: read.storyboard }] : []));
}

async function storyboardNames(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Error(`The storyboards in ${folder} could not be listed.`, { cause: error });
  });
  const names = files.filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
  if (names.length > 0) return names.sort();
  throw new Mistakes('No clip was made.', [
    {
      problem: 'There is no storyboard here.',
      where: { file: folder },
      fix: 'Add <video>.yaml, or <video>.<cut>.yaml for each cut; src/clips/storyboard.ts says what it holds.',
    },
  ]);
}

function isOf(name: string, id: string): boolean {
  return name === id || name.startsWith(`${id}.`);
}

function notThere(id: string, folder: string, names: readonly string[]): UserError {
  const videos = new Set(names.flatMap((name) => [name, name.split('.')[0] ?? name]));
  return {
    problem: `There is no storyboard "${id}".`,
    where: { file: folder },
    fix: `${didYouMean(id, [...videos])}The storyboards are ${names.join(', ')}.`,
  };
}
