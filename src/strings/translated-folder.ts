import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder within `folder` of a language, or of the one that it is a kind of; undefined where there is none. */
export function translatedFolder(language: string, folder: string): string | undefined {
  const parts = language.split('-');
  return parts
    .map((_, index) => join(folder, parts.slice(0, parts.length - index).join('-'), '/'))
    .find((path) => existsSync(path));
}
