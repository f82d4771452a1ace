import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Content } from '../articles/content.ts';
import { inLanes } from '../bytes/in-lanes.ts';
import { inHead } from '../look/logo-in-head.ts';
import type { LookPicture, PictureFile } from '../schema/picture.ts';
import { copyOf } from './copy-of.ts';
import { COPIES, copiesOf, type PictureCopy } from './picture-copies.ts';

type Folders = { contentDir: string; publicDir: string; client: string; kept?: string };

/** Writes every copy of every picture that a reader can see into the built site in `client`; returns their number. */
export async function writePictures(
  content: Pick<Content, 'site' | 'editions' | 'videos'>,
  { contentDir, publicDir, client, kept }: Folders,
): Promise<number> {
  const work = [
    ...jobs([...articlePictures(content), ...logos(content, 'content')], contentDir),
    ...jobs([...posters(content), ...logos(content, 'public')], publicDir),
  ];
  const byName = [...new Map(work.map((job) => [job.copy.name, job])).values()];
  const folder = join(client, COPIES);
  await mkdir(folder, { recursive: true });
  await inLanes(byName, availableParallelism(), async ({ path, copy }) =>
    writeFile(join(folder, copy.name), await copyOf(path, copy, kept)),
  );
  return byName.length;
}

function articlePictures({ editions }: Pick<Content, 'editions'>): PictureFile[] {
  const shown = editions.filter(({ frontmatter }) => !frontmatter.draft).flatMap(({ pictures = [] }) => pictures);
  return shown.flatMap(({ light, dark }) => (dark ? [light, dark] : [light]));
}

function posters({ videos }: Pick<Content, 'videos'>): PictureFile[] {
  return videos.flatMap(({ cuts }) => cuts.flatMap(({ still }) => still ?? []));
}

function logos({ site: { logo } }: Pick<Content, 'site'>, folder: LookPicture['folder']): PictureFile[] {
  return [logo?.light, logo?.dark].flatMap((picture) => (picture?.folder === folder ? inHead(picture) : []));
}

function jobs(files: readonly PictureFile[], folder: string): { path: string; copy: PictureCopy }[] {
  return files.flatMap((file) => copiesOf(file).map((copy) => ({ path: join(folder, file.name), copy })));
}
