import { join } from 'node:path';
import type { LookPicture } from '../schema/picture.ts';

/** Where a picture that `site.yaml` names is kept: `/logo.svg` in public/, `logo.svg` beside site.yaml. */
export type PicturePlace = { folder: LookPicture['folder']; name: string };

/** The paths of both folders. */
export type LookFolders = Readonly<Record<PicturePlace['folder'], string>>;

/** Reads what is written in `site.yaml`; whether the file is there is not asked. */
export function pictureAt(written: string): PicturePlace {
  if (written.startsWith('/')) return { folder: 'public', name: written.slice(1) };
  return { folder: 'content', name: written.replace(/^\.\//, '') };
}

/** The path of a logo that was found, for reading it. */
export function pathOf({ folder, file }: LookPicture, folders: LookFolders): string {
  return join(folders[folder], file.name);
}
