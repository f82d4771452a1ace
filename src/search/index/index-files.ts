import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The files of an index by their paths in its folder, on a disk or in memory. */
export type IndexFiles = {
  read: (path: string) => Promise<Uint8Array>;
  write: (path: string, bytes: Uint8Array) => Promise<void>;
  remove: (path: string) => Promise<void>;
};

export function filesInFolder(folder: string): IndexFiles {
  return {
    read: (path) => readFile(join(folder, path)),
    async write(path, bytes) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    },
    remove: (path) => rm(join(folder, path)),
  };
}

export function filesInMemory(files: Map<string, Uint8Array>): IndexFiles {
  return {
    async read(path) {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`The index has no file ${path}.`);
      return bytes;
    },
    async write(path, bytes) {
      files.set(path, bytes);
    },
    async remove(path) {
      files.delete(path);
    },
  };
}
