import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPreview } from './draw-preview.ts';
import { previewName, type Preview } from './preview.ts';

/** Between builds; whoever removes it waits some milliseconds longer for each page. */
const FOLDER = 'node_modules/.cache/handrail/previews';

/** The picture of a page, drawn at most once: its name says what is on it. */
export async function keptPreview(preview: Preview, folder = FOLDER): Promise<Buffer> {
  const path = join(folder, `${previewName(preview)}.png`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return kept;
  const picture = await drawPreview(preview);
  await keep(path, picture, folder);
  return picture;
}

/** Whole or not at all, so that no build finds half a picture. A folder that cannot be written costs time only. */
async function keep(path: string, picture: Buffer, folder: string): Promise<void> {
  const written = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(written, picture);
    await rename(written, path);
  } catch {
    return;
  }
}
