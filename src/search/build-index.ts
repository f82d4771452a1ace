import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import { Mistakes } from '../errors/user-error.ts';
import { recordHtml } from './record-html.ts';
import type { SearchRecord } from './search-records.ts';

/** Pagefind's own search boxes, which nothing here uses. */
const UNUSED_FILES: readonly string[] = [
  ...['component-ui', 'modular-ui', 'ui'].flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`]),
  'pagefind-highlight.js',
];
/** Records that are under way to the indexer at once: enough to keep it busy, few enough to hold in memory. */
const BATCH = 200;
const WRITABLE = 'Make sure that this folder can be written to and that the disk is not full.';

/** Writes the search index into `folder`, which is emptied first. Throws `Mistakes` where it cannot be built. */
export async function writeIndex(
  records: readonly SearchRecord[],
  { folder, language }: { folder: string; language: string },
): Promise<void> {
  await withIndex(records, language, async (index) => {
    await emptyFolder(folder);
    const { errors } = await index.writeFiles({ outputPath: folder });
    failOn(errors, folder, WRITABLE);
  });
  await Promise.all(UNUSED_FILES.map((name) => rm(join(folder, name), { force: true })));
}

/** The files of the same index by their path within its folder, for dev. */
export async function indexFiles(
  records: readonly SearchRecord[],
  { language }: { language: string },
): Promise<Map<string, Uint8Array>> {
  return withIndex(records, language, async (index) => {
    const { errors, files } = await index.getFiles();
    failOn(errors, 'search index', 'Restart `npm run dev`.');
    return new Map(
      files.filter(({ path }) => !UNUSED_FILES.includes(path)).map(({ path, content }) => [path, content]),
    );
  });
}

/** Pagefind's indexer dies without an answer where it cannot write, so that is found out before it is asked. */
async function emptyFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Mistakes('The search index could not be written.', [{ problem, where: { file: folder }, fix: WRITABLE }]);
  }
}

async function withIndex<Result>(
  records: readonly SearchRecord[],
  language: string,
  use: (index: PagefindIndex) => Promise<Result>,
): Promise<Result> {
  const { errors, index } = await createIndex({ forceLanguage: language.split('-')[0] ?? language });
  failOn(errors, 'search index', 'Run `npm ci` again; the indexer is an optional package for each platform.');
  if (!index) throw new Error('Pagefind made no index and named no error.');
  try {
    await addRecords(index, records, language);
    return await use(index);
  } finally {
    await index.deleteIndex();
  }
}

async function addRecords(index: PagefindIndex, records: readonly SearchRecord[], language: string): Promise<void> {
  for (let start = 0; start < records.length; start += BATCH) {
    const added = records.slice(start, start + BATCH).map(async (record) => {
      const { errors } = await index.addHTMLFile({ url: record.address, content: recordHtml(record, language) });
      failOn(errors, record.file, 'Look for unusual characters in its title and headings, or leave the article out.');
    });
    await Promise.all(added);
  }
}

function failOn(errors: readonly string[], file: string, fix: string): void {
  if (errors.length === 0) return;
  throw new Mistakes(
    'The search index could not be built.',
    errors.map((problem) => ({ problem: `Pagefind says: ${problem}`, where: { file }, fix })),
  );
}
