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
const BATCH = 32;
const WRITABLE = 'Make sure that this folder can be written to and that the disk is not full.';

/**
 * Writes the search index into `folder`, which is emptied first, and answers with the number of records. Throws
 * `Mistakes` where it cannot be built.
 */
export async function writeIndex(
  records: Iterable<SearchRecord>,
  { folder, language }: { folder: string; language: string },
): Promise<number> {
  const count = await withIndex(records, language, async (index, added) => {
    await emptyFolder(folder);
    const { errors } = await index.writeFiles({ outputPath: folder });
    failOn(errors, folder, WRITABLE);
    return added;
  });
  await Promise.all(UNUSED_FILES.map((name) => rm(join(folder, name), { force: true })));
  return count;
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
  records: Iterable<SearchRecord>,
  language: string,
  use: (index: PagefindIndex, added: number) => Promise<Result>,
): Promise<Result> {
  const { errors, index } = await createIndex({ forceLanguage: language.split('-')[0] ?? language });
  failOn(errors, 'search index', 'Run `npm ci` again; the indexer is an optional package for each platform.');
  if (!index) throw new Error('Pagefind made no index and named no error.');
  try {
    return await use(index, await addRecords(index, records, language));
  } finally {
    await index.deleteIndex();
  }
}

/** Takes records as they come and answers with their number; those that were sent are let go. */
async function addRecords(index: PagefindIndex, records: Iterable<SearchRecord>, language: string): Promise<number> {
  let count = 0;
  let underWay: Promise<void>[] = [];
  for (const record of records) {
    underWay.push(addRecord(index, record, language));
    count += 1;
    if (underWay.length < BATCH) continue;
    await Promise.all(underWay);
    underWay = [];
  }
  await Promise.all(underWay);
  return count;
}

async function addRecord(index: PagefindIndex, record: SearchRecord, language: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: record.address, content: recordHtml(record, language) });
  failOn(errors, record.file, 'Look for unusual characters in its title and headings, or leave the article out.');
}

function failOn(errors: readonly string[], file: string, fix: string): void {
  if (errors.length === 0) return;
  throw new Mistakes(
    'The search index could not be built.',
    errors.map((problem) => ({ problem: `Pagefind says: ${problem}`, where: { file }, fix })),
  );
}
