import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT, keptFile } from '../../files/kept-file.ts';
import { pathOf, type LookFolders } from '../../look/picture-at.ts';
import { LOGO_ROOM, scaledLogo } from '../../look/scaled-logo.ts';
import { hashOf } from '../../pictures/measure-picture.ts';
import { drawPreview } from './draw-preview.ts';
import { previewName, type Preview } from './preview.ts';

/** The picture of a page, drawn at most once: the name under which it is kept says what is on it. */
export async function keptPreview(
  preview: Preview,
  { kept = `${KEPT}/previews`, ...folders }: LookFolders & { kept?: string },
): Promise<Buffer> {
  if (!preview.logo) return keptFile(join(kept, `${previewName(preview)}.png`), () => drawPreview(preview));
  const bytes = await readFile(pathOf(preview.logo, folders));
  // In dev it may have been saved anew since it was measured; what is kept has to say what was drawn.
  const file = { ...preview.logo.file, hash: hashOf(bytes) };
  const name = previewName({ ...preview, logo: { ...preview.logo, file } });
  return keptFile(join(kept, `${name}.png`), async () => {
    const scaled = join(kept, `logo-${LOGO_ROOM.width}-${LOGO_ROOM.height}-${file.hash}.png`);
    return drawPreview(preview, await keptFile(scaled, () => scaledLogo(bytes, file.kind)));
  });
}
