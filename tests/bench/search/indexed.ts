import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { megabytes, type Figure } from '../figures.ts';
import { folderSize } from '../folder-size.ts';
import { measuredCommand } from '../measured-command.ts';

const Said = z.object({ pages: z.number(), reading: z.number(), indexing: z.number() });

/** Makes the product's index of a content folder in `folder`, and measures that. Throws where there is none then. */
export async function indexed(contentDir: string, folder: string): Promise<Figure[]> {
  const script = fileURLToPath(new URL('index-articles.ts', import.meta.url));
  const run = await measuredCommand([process.execPath, script, contentDir, folder], { cwd: '.', env: process.env });
  if (run.status !== 0) throw new Error(`Indexing ended with status ${run.status}:\n${run.output}`);
  const said = Said.parse(JSON.parse(run.output.split('\n').find((line) => line.startsWith('{')) ?? '{}'));
  const { files, bytes } = await folderSize(folder);
  return [
    { name: 'Pages in the index', value: said.pages, unit: '' },
    { name: 'Reading the content', value: said.reading, unit: 's' },
    { name: 'Indexing', value: said.indexing, unit: 's' },
    { name: 'Both, CPU', value: run.cpuSeconds, unit: 's' },
    { name: 'Both, most memory at once', value: megabytes(run.peakTreeBytes), unit: 'MB' },
    { name: 'Both, most memory of one process', value: megabytes(run.peakProcessBytes), unit: 'MB' },
    { name: 'Index, files', value: files, unit: '' },
    { name: 'Index', value: megabytes(bytes), unit: 'MB' },
  ];
}
