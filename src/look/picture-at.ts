/** Where a picture that `site.yaml` names is kept: `/logo.svg` in public/, `logo.svg` beside site.yaml. */
export type PictureFile = { folder: 'public' | 'content'; name: string };

export function pictureAt(written: string): PictureFile {
  if (written.startsWith('/')) return { folder: 'public', name: written.slice(1) };
  return { folder: 'content', name: written.replace(/^\.\//, '') };
}
