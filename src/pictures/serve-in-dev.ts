import { basename, join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { fileNamesIfAny } from '../files/file-names.ts';
import { copyOf } from './copy-of.ts';
import { measurePicture } from './measure-picture.ts';
import { COPIES, copyAt, stemOf, type CopySize, type PictureCopy } from './picture-copies.ts';

/** `name.0123456789-640.webp`: the end of an address, in which the stem is that of the picture's own file. */
const ADDRESS = new RegExp(`/${COPIES}/(([\\w.-]+)\\.[0-9a-f]{10}(?:-(\\d+)\\.(avif|webp)|\\.svg))(?:[?#]|$)`);
const TYPES: Readonly<Record<string, string>> = { avif: 'image/avif', svg: 'image/svg+xml', webp: 'image/webp' };

/** Serves pictures in dev, where no build has written them: each copy is made when a browser first asks for it. */
export function servePictures(
  server: Pick<ViteDevServer, 'middlewares'>,
  folders: readonly string[],
  kept?: string,
): void {
  server.middlewares.use(async (request, response, next) => {
    const [, name, stem = '', width, format] = ADDRESS.exec(request.url ?? '') ?? [];
    if (name === undefined) return next();
    const size: CopySize =
      format === 'avif' || format === 'webp' ? { format, width: Number(width) } : { format: 'svg' };
    try {
      const found = await findCopy(name, size, await pathsOf(stem, folders));
      if (!found) return next();
      const bytes = await copyOf(found.path, found.copy, kept);
      response.setHeader('content-type', TYPES[size.format] ?? '');
      response.setHeader('cache-control', 'no-store');
      response.end(bytes);
    } catch (error) {
      next(error);
    }
  });
}

/**
 * The picture of which `name` is a copy: of those that are called so, the one with these very bytes. Where it has been
 * saved anew since the page was made, the copy of the same size of what it is now. The size is the one that the page
 * asks for: a logo has other widths than a picture of an article.
 */
async function findCopy(
  name: string,
  size: CopySize,
  paths: readonly string[],
): Promise<{ path: string; copy: PictureCopy } | undefined> {
  let similar: { path: string; copy: PictureCopy } | undefined;
  for (const path of paths) {
    const file = await measurePicture(path, basename(path));
    if ('problem' in file || (file.kind === 'drawn') !== (size.format === 'svg')) continue;
    const copy = copyAt(file, size);
    if (copy.name === name) return { path, copy };
    similar ??= { path, copy };
  }
  return similar;
}

async function pathsOf(stem: string, folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = (await fileNamesIfAny(folder)) ?? [];
      return names.filter((name) => stemOf(name) === stem).map((name) => join(folder, name));
    }),
  );
  return found.flat();
}
