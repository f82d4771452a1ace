import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT, keptFile } from '../../files/kept-file.ts';
import { pathOf, type LookFolders } from '../../look/picture-at.ts';
import { drawPreview } from './draw-preview.ts';
import { previewName, type Preview } from './preview.ts';

/** The picture of a page, drawn at most once: its name says what is on it. */
export async function keptPreview(
  preview: Preview,
  { kept = `${KEPT}/previews`, ...folders }: LookFolders & { kept?: string },
): Promise<Buffer> {
  const { logo } = preview;
  return keptFile(join(kept, `${previewName(preview)}.png`), async () =>
    drawPreview(preview, logo && (await readFile(pathOf(logo, folders)))),
  );
}
