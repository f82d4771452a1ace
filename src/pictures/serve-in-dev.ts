import { basename, join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { fileNamesIfAny } from '../files/file-names.ts';
import { copyOf } from './copy-of.ts';
import { measurePicture } from './measure-picture.ts';
import { COPIES, copiesOf, stemOf, type PictureCopy } from './picture-copies.ts';

/** `name.0123456789-640.webp`: the end of an address, in which the stem is that of the picture's own file. */
const ADDRESS = new RegExp(`/${COPIES}/(([\\w.-]+)\\.[0-9a-f]{10}(?:-\\d+)?\\.(avif|webp|svg))(?:[?#]|$)`);
const TYPES: Readonly<Record<string, string>> = { avif: 'image/avif', svg: 'image/svg+xml', webp: 'image/webp' };

/** Serves pictures in dev, where no build has written them: each copy is made when a browser first asks for it. */
export function servePictures(server: Pick<ViteDevServer, 'middlewares'>, folders: readonly string[]): void {
  server.middlewares.use(async (request, response, next) => {
    const [, name, stem = '', ending = ''] = ADDRESS.exec(request.url ?? '') ?? [];
    if (name === undefined) return next();
    try {
      const found = await findCopy(name, stem, folders);
      if (!found) return next();
      const bytes = await copyOf(found.path, found.copy);
      response.setHeader('content-type', TYPES[ending] ?? '');
      response.setHeader('cache-control', 'no-store');
      response.end(bytes);
    } catch (error) {
      next(error);
    }
  });
}

/**
 * The picture of which `name` is a copy: of those that are called so, the one with these very bytes. Where it has been
 * saved anew since the page was made, the copy of the same size of what it is now.
 */
async function findCopy(
  name: string,
  stem: string,
  folders: readonly string[],
): Promise<{ path: string; copy: PictureCopy } | undefined> {
  let similar: { path: string; copy: PictureCopy } | undefined;
  for (const path of await pathsOf(stem, folders)) {
    const file = await measurePicture(path, basename(path));
    if ('problem' in file) continue;
    for (const copy of copiesOf(file)) {
      if (copy.name === name) return { path, copy };
      if (copy.name.endsWith(name.slice(name.lastIndexOf('.')))) similar ??= { path, copy };
    }
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
