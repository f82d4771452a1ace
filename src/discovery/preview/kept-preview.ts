import { join } from 'node:path';
import { KEPT, keptFile } from '../../files/kept-file.ts';
import { drawPreview } from './draw-preview.ts';
import { previewName, type Preview } from './preview.ts';

/** The picture of a page, drawn at most once: its name says what is on it. */
export async function keptPreview(preview: Preview, folder = `${KEPT}/previews`): Promise<Buffer> {
  return keptFile(join(folder, `${previewName(preview)}.png`), () => drawPreview(preview));
}
